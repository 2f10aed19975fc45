import { describe, expect, test } from 'vitest'
import { parseIsoWeek } from '#lib/shared/iso-week.ts'
import { futureWeekRefusal, weekState } from './week-state.ts'

function at(hours: number): string {
  return new Date(Date.parse('2026-11-16T00:00:00Z') + hours * 3_600_000).toISOString()
}

describe('a week', () => {
  const week = parseIsoWeek('2026-W47')
  if (!week) throw new Error('no such week')
  const [before, during, after] = [at(-1), at(5), at(168)].map((instant) => new Date(instant))

  test.each([
    ['future', before, null],
    ['running', during, null],
    ['running', during, before],
    ['finished', after, before],
    ['finished', after, during],
    ['before-first-look', after, null],
    ['before-first-look', after, after],
  ] as const)('is %s', (state, now, firstLookAt) => {
    if (!now || firstLookAt === undefined) throw new Error('no instant')
    expect(weekState(week, now, firstLookAt)).toBe(state)
  })

  test('that has not begun is refused with the week one may ask for', () => {
    expect(futureWeekRefusal(week, new Date(at(-1)))).toMatchObject({ field: '/week', rule: 'week.future' })
    expect(futureWeekRefusal(week, new Date(at(-1))).remedy).toContain('2026-W46')
  })
})
