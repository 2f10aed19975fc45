import { describe, expect, test } from 'vitest'
import { effectiveReading } from './reading.ts'
import { readingLines } from './reading-view.ts'
import { compareTerms } from './term-comparison.ts'
import { findTermsFor } from './terms.ts'

function linesOf(licenceId: string) {
  return readingLines(effectiveReading({ row: findTermsFor(licenceId, 'MATCH'), readings: [], rules: [] }), null)
}

const compared = (left: string, right: string) => compareTerms(linesOf(left), linesOf(right))
const differing = (left: string, right: string) =>
  compared(left, right)
    .filter((row) => row.difference === 'differs')
    .map((row) => row.term)

describe('two readings side by side', () => {
  test('show what differs first, and every term once', () => {
    const rows = compared('LicenseRef-qwen-2024', 'LicenseRef-qwen-research-2024')
    expect(new Set(rows.map((row) => row.term)).size).toBe(26)
    const ranks = rows.map((row) => ['differs', 'unread', 'same'].indexOf(row.difference))
    expect(ranks).toEqual([...ranks].sort())
    expect(rows[0]).toMatchObject({ term: 'commercial_use', difference: 'differs' })
  })
  test('tell sister texts apart by the one thing that differs between them', () => {
    expect(differing('LicenseRef-qwen-community-1.0', 'LicenseRef-qwen3.8-max')).toEqual(['business_restriction'])
    expect(differing('MIT', 'MIT')).toEqual([])
  })
  test('mirror each other', () => {
    expect(differing('MIT', 'Apache-2.0')).toEqual(differing('Apache-2.0', 'MIT'))
  })
  test('say unread, never same, where a side was not read', () => {
    const rows = compared('MIT', 'Elastic-2.0')
    expect(rows.every((row) => row.difference === 'unread')).toBe(true)
  })
})
