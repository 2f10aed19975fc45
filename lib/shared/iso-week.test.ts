import { describe, expect, test } from 'vitest'
import { isoWeekBounds, isoWeekOf, parseIsoWeek, previousIsoWeek } from './iso-week.ts'

describe('ISO weeks', () => {
  test.each([
    ['2026-11-22T23:59:59Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2021-01-01T00:00:00Z', '2020-W53'],
  ])('%s falls in %s', (instant, week) => {
    expect(isoWeekOf(new Date(instant))).toBe(week)
  })

  test('a week that does not exist is not a week', () => {
    expect(parseIsoWeek('2025-W53')).toBeUndefined()
    expect(parseIsoWeek('2026-W00')).toBeUndefined()
    expect(parseIsoWeek('2026-47')).toBeUndefined()
    expect(parseIsoWeek('2026-W53')).toBe('2026-W53')
  })

  test('a week runs from Monday to Monday in UTC, also across the year', () => {
    const bounds = isoWeekBounds(isoWeekOf(new Date('2025-01-01T00:00:00Z')))
    expect(bounds.from.toISOString()).toBe('2024-12-30T00:00:00.000Z')
    expect(bounds.to.toISOString()).toBe('2025-01-06T00:00:00.000Z')
  })

  test('the week before the first week is the last of the year before', () => {
    expect(previousIsoWeek(isoWeekOf(new Date('2027-01-04T00:00:00Z')))).toBe('2026-W53')
  })
})
