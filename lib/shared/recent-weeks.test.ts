import { expect, test } from 'vitest'
import { recentWeeks } from './recent-weeks.ts'

const now = new Date('2026-01-08T12:00:00Z')

test('runs from the present week back to the one something began in, across the turn of a year', () => {
  expect(recentWeeks(new Date('2025-12-22T00:00:00Z'), now, 10)).toEqual(['2026-W02', '2026-W01', '2025-W52'])
})

test('is cut where there would be too many, and is the present week alone where nothing began', () => {
  expect(recentWeeks(new Date('2020-01-01T00:00:00Z'), now, 2)).toEqual(['2026-W02', '2026-W01'])
  expect(recentWeeks(null, now, 5)).toEqual(['2026-W02'])
})
