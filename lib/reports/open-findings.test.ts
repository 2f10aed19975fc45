import { expect, test } from 'vitest'
import { type IsoWeek, parseIsoWeek } from '#lib/shared/iso-week.ts'
import { openFindingsByWeek } from './open-findings.ts'

function week(text: string): IsoWeek {
  const parsed = parseIsoWeek(text)
  if (!parsed) throw new Error(`${text} is no week.`)
  return parsed
}

const WEEKS = ['2026-W52', '2026-W53', '2027-W01'].map(week)

test('a week before the register began has no figure, a week without findings has a zero', () => {
  const points = openFindingsByWeek(
    WEEKS,
    [{ week: week('2027-W01'), severity: 'high', findings: 2 }],
    week('2026-W53'),
  )
  expect(points.map((point) => point.counts)).toEqual([
    null,
    { high: 0, medium: 0, low: 0 },
    { high: 2, medium: 0, low: 0 },
  ])
})

test('nothing on record gives no figures at all', () => {
  expect(openFindingsByWeek(WEEKS, [], null).every((point) => point.counts === null)).toBe(true)
})
