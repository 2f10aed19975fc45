import { describe, expect, test } from 'vitest'
import termsFile from './data/licence-terms.json' with { type: 'json' }
import { findTermsFor, type TermKey, termOf } from './terms.ts'

describe('terms of a licence', () => {
  test('are given for a match and for nothing less', () => {
    expect(findTermsFor('Apache-2.0', 'MATCH')?.name).toBe('Apache License 2.0')
    for (const verdict of ['CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN'] as const) {
      expect(findTermsFor('Apache-2.0', verdict)).toBeNull()
    }
    expect(findTermsFor('LicenseRef-tongyi-qianwen-2023-r1', 'MATCH')).toBeNull()
    expect(findTermsFor(null, 'MATCH')).toBeNull()
  })
  test('are withheld where the text may stand for a licence with other terms', () => {
    expect(findTermsFor('MIT', 'MATCH', ['X11'])).not.toBeNull()
    expect(findTermsFor('MIT', 'MATCH', ['Apache-2.0'])).toBeNull()
  })
  test('say the value, where it stands and how surely it was read', () => {
    const row = findTermsFor('LicenseRef-qwen-research-2024', 'MATCH')
    if (!row) throw new Error('the row is shipped')
    expect(termOf(row, 'commercial_use')).toMatchObject({ value: 'separate_licence_required', confidence: 'high' })
    expect(termOf({ ...row, terms: {} }, 'commercial_use')).toEqual({ value: null, section: null, confidence: 'none' })
  })
  test('every row answers every term with a listed value', () => {
    for (const { id } of termsFile.licences) {
      const row = findTermsFor(id, 'MATCH')
      if (!row) throw new Error(id)
      for (const term of termsFile.terms) {
        const { value } = termOf(row, term.key as TermKey)
        const plain = typeof value === 'string' ? [value] : []
        for (const one of plain)
          expect([id, term.key, Object.keys(term.values)]).toEqual([id, term.key, expect.arrayContaining([one])])
        expect(row.terms).toHaveProperty(term.key)
      }
    }
  })
})
