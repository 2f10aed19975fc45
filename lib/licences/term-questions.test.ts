import { expect, test } from 'vitest'
import { readTerms, termsSource } from './term-questions.ts'
import { findTermsFor, type TermsRow } from './terms.ts'

function rowOf(id: string): TermsRow {
  const row = findTermsFor(id, 'MATCH')
  if (row === null) throw new Error(`No terms of ${id}.`)
  return row
}

const term = (id: string, key: string) => readTerms(rowOf(id)).find((one) => one.key === key)

test('every licence answers every question in one order, whatever was read of it', () => {
  const keys = readTerms(rowOf('Apache-2.0')).map((one) => one.key)
  expect(keys).toHaveLength(26)
  expect(readTerms(rowOf('LicenseRef-qwen-2024')).map((one) => one.key)).toEqual(keys)
  expect(readTerms({ ...rowOf('Apache-2.0'), terms: {} }).map((one) => [one.value, one.confidence])).toEqual(
    Array(26).fill([null, 'none']),
  )
})

test('a value is said with what it stands for, and figures so that they can be read', () => {
  expect(term('Apache-2.0', 'commercial_use')?.value).toBe('allowed: no condition on commercial use as such')
  expect(term('LicenseRef-qwen-2024', 'scale_threshold')?.value).toMatch(
    /^monthly active users: 100,000,000; effect: separate licence; measured: /,
  )
  expect(term('LicenseRef-qwen-2024', 'redistribution')?.value).toContain('copy of licence: hand on the licence')
})

test('where the copy came from is named, and whether it is the licensor’s own', () => {
  const { says, isRehosted } = termsSource(rowOf('LicenseRef-qwen-2024'))
  expect(says).toMatch(/^aboutcode-org\/scancode-licensedb docs\/qwen-2024\.LICENSE at [0-9a-f]{8}$/)
  expect(isRehosted).toBe(true)
})
