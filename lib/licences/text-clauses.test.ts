import { describe, expect, test } from 'vitest'
import { textClauses } from './text-clauses.ts'

const TEXT = '1. Grant\n\n   a. You may use it. "It" means the work.\n\n   b. You shall not\n      sell it (ever).\n'

describe('the clauses of a text for the search', () => {
  test('each has its section, its place and its words as they stand there', () => {
    expect(textClauses(TEXT).map(({ section, body }) => [section, body])).toEqual([
      ['1', 'Grant'],
      ['1(a)', 'You may use it.'],
      ['1(a)', '"It" means the work.'],
      ['1(b)', 'You shall not\n      sell it (ever).'],
    ])
    for (const { start, end, body } of textClauses(TEXT)) expect(TEXT.slice(start, end)).toBe(body)
  })

  test('a clause without an end comes in pieces that can be kept', () => {
    for (const text of ['x'.repeat(50_000), 'word '.repeat(20_000)]) {
      const clauses = textClauses(text)
      expect(Math.max(...clauses.map(({ body }) => body.length))).toBeLessThanOrEqual(4_000)
      expect(clauses.map(({ n }) => n)).toEqual(clauses.map((_, at) => at))
    }
  })

  test('a text of very many clauses comes in few enough to be kept at once, and every word of it can be found', () => {
    const text = Array.from({ length: 40_000 }, (_, n) => `w${n}.`).join('\n\n')
    const clauses = textClauses(text)
    expect(clauses.length).toBeLessThanOrEqual(20_001)
    expect(Math.max(...clauses.map(({ body }) => body.length))).toBeLessThanOrEqual(4_000)
    expect(clauses.flatMap(({ body }) => body.split(/\s+/))).toEqual(text.split(/\s+/))
  })

  test('a text without a word has one empty clause, so that it counts as split', () => {
    expect(textClauses(' *** \n')).toEqual([{ n: 0, section: null, start: 0, end: 0, body: '' }])
  })

  test('what the database cannot keep is left out without moving a place', () => {
    const [clause] = textClauses('You\0may \ud800 use it.')
    expect(clause?.body).not.toMatch(/\0/)
    expect(clause?.body.isWellFormed()).toBe(true)
    expect(clause?.body).toHaveLength((clause?.end ?? 0) - (clause?.start ?? 0))
  })
})
