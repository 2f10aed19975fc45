import { describe, expect, test } from 'vitest'
import termsFile from './data/licence-terms.json' with { type: 'json' }
import { isTermKey, questionOf, refuseValue, TERM_KEYS } from './term-values.ts'

test('there are the 26 terms of the data, in its order', () => {
  expect(TERM_KEYS).toEqual(termsFile.terms.map((term) => term.key))
  expect(TERM_KEYS).toHaveLength(26)
  expect(isTermKey('constructor')).toBe(false)
})

test('every value that was read into the data is one that may be given', () => {
  for (const licence of termsFile.licences) {
    for (const [term, cell] of Object.entries(licence.terms)) {
      if (!isTermKey(term) || cell.value === null) continue
      expect([licence.id, term, refuseValue(term, cell.value, '/value')]).toEqual([licence.id, term, null])
    }
  }
})

describe('a value is refused with the field, the rule and what can be given', () => {
  test('when it is no word of the term', () => {
    expect(refuseValue('commercial_use', 'sure', '/terms/0/value')).toMatchObject({
      field: '/terms/0/value',
      rule: 'term.value-not-allowed',
      remedy: expect.stringContaining('allowed_below_threshold'),
    })
  })
  test('when a list holds a strange word, a word twice, or none', () => {
    for (const value of [['allowed', 'sure'], ['allowed', 'allowed'], [], 'allowed']) {
      expect(refuseValue('redistribution', value, '/value')).not.toBeNull()
    }
    expect(refuseValue('redistribution', ['allowed', 'copy_of_licence'], '/value')).toBeNull()
  })
  test('when an object lacks its figures', () => {
    const none = { mau: null, revenueUsdMonthly: null, effect: 'separate_licence' }
    expect(refuseValue('scale_threshold', none, '/value')?.remedy).toContain('"mau"')
    expect(refuseValue('scale_threshold', { ...none, mau: 1_000_000 }, '/value')).toBeNull()
    expect(refuseValue('scale_threshold', 'object', '/value')).not.toBeNull()
    expect(refuseValue('territory', { excluded: ['Europe'], of: 'all' }, '/value')).not.toBeNull()
  })
})

test('a term nobody knows words for still says its name', () => {
  expect(questionOf('trademark').words.map((word) => word.value)).toContain('no_grant')
})
