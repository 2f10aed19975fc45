import { expect, test } from 'vitest'
import { readLines } from './text-lines.ts'
import { PART_CHARACTERS, PART_PIECES, partAt, textParts } from './text-parts.ts'

const TEXT = 'A line of sixty characters, which is repeated many times over.\n'.repeat(5_000)

test('a text that fits is one part', () => {
  const short = TEXT.slice(0, 1_000)
  expect(textParts(readLines(short), short)).toEqual([{ start: 0, end: short.length }])
  expect(textParts([], '')).toEqual([{ start: 0, end: 0 }])
})

test('a long text comes in parts that follow one another, each between two lines', () => {
  const parts = textParts(readLines(TEXT), TEXT)
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT)
  for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(PART_CHARACTERS + 100)
})

test('a text of very many lines, or of very many hidden characters, is shown some thousand of them at a time', () => {
  for (const text of ['a\n'.repeat(50_000), `${'a\u200b'.repeat(1_000)}\n`.repeat(50)]) {
    const parts = textParts(readLines(text), text)
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    for (const { start, end } of parts)
      expect(text.slice(start, end).match(/[\n\u200b]/g)?.length).toBeLessThanOrEqual(PART_PIECES + 2)
  }
})

test('every place lies in the part that shows it', () => {
  const parts = textParts(readLines(TEXT), TEXT)
  for (const [index, part] of parts.entries()) {
    expect(partAt(parts, part.start)).toBe(index)
    expect(partAt(parts, part.end - 1)).toBe(index)
  }
})

test('lines end with a line feed, a carriage return or both, and keep their places', () => {
  const text = '  one \r\n\r\ntwo\rthree\n'
  expect(readLines(text).map(({ number, start, end }) => [number, text.slice(start, end)])).toEqual([
    [1, 'one'],
    [2, ''],
    [3, 'two'],
    [4, 'three'],
  ])
})
