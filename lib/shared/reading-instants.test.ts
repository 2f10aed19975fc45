import { expect, test } from 'vitest'
import { readingInstants } from './reading-instants.ts'

const NOW = new Date('2026-11-25T10:53:00Z')
const days = (n: number) => new Date(NOW.getTime() - n * 86_400_000)
const read = (since: Date | null) => readingInstants(since, NOW).map((at) => at.toISOString())

test('reads a record that is still empty at the ends of the last seven days, and now', () => {
  expect(read(null)).toEqual([
    '2026-11-19T00:00:00.000Z',
    '2026-11-20T00:00:00.000Z',
    '2026-11-21T00:00:00.000Z',
    '2026-11-22T00:00:00.000Z',
    '2026-11-23T00:00:00.000Z',
    '2026-11-24T00:00:00.000Z',
    '2026-11-25T00:00:00.000Z',
    '2026-11-25T10:53:00.000Z',
  ])
})

test('reads a young record at the end of each of its days', () => {
  const instants = read(days(20))
  expect(instants).toHaveLength(21)
  expect(instants[0]).toBe('2026-11-06T00:00:00.000Z')
})

test('reads an older record at the ends of ISO weeks', () => {
  const instants = read(days(70))
  expect(instants.at(-2)).toBe('2026-11-23T00:00:00.000Z')
  expect(instants[0]).toBe('2026-09-21T00:00:00.000Z')
  expect(instants).toHaveLength(11)
})

test('never reads more than a year back', () => {
  expect(read(days(2000))).toHaveLength(53)
})
