import { describe, expect, test } from 'vitest'
import { doesSay, isTermKey, licencesSaying, termChoices } from './term-search.ts'

const idsOf = (term: string, value?: string) => licencesSaying(term, value).map((said) => said.licenceId)

describe('licences by what they say', () => {
  test('every licence that forbids training other models on outputs is found, and no licence that does not', () => {
    const found = idsOf('output_training', 'no_other_models')
    expect(found).toContain('LicenseRef-llama3')
    expect(found).not.toContain('Apache-2.0')
    expect(found).not.toContain('LicenseRef-qwen-2024')
  })

  test('a value nobody has finds nothing, and no value finds every licence that was read for the term', () => {
    expect(idsOf('output_training', 'constructor')).toEqual([])
    expect(idsOf('output_training').length).toBeGreaterThan(idsOf('output_training', 'free').length)
  })

  test('each value offered for a plain term is one that can be asked for', () => {
    for (const { key, values } of termChoices()) {
      expect(isTermKey(key)).toBe(true)
      expect(values.length).toBeGreaterThan(0)
    }
    expect(isTermKey('constructor')).toBe(false)
  })
})

describe('what a value says', () => {
  test('a list says each of its entries', () => {
    expect(doesSay(['allowed', 'mark_changes'], 'mark_changes')).toBe(true)
    expect(doesSay(['allowed'], 'mark_changes')).toBe(false)
  })

  test('an object says that there is a condition, its effect, and what it sets', () => {
    const threshold = { mau: 100_000_000, revenueUsdMonthly: null, effect: 'separate_licence' }
    expect(['object', 'separate_licence', 'mau'].map((value) => doesSay(threshold, value))).toEqual([true, true, true])
    expect(['none', 'revenueUsdMonthly', 'constructor'].map((value) => doesSay(threshold, value))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('what was not read says nothing', () => {
    expect(doesSay(null, 'none')).toBe(false)
  })
})
