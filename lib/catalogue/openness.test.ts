import { expect, test } from 'vitest'
import { opennessOf, opennessOfTerms } from './openness.ts'

const open = { weights: 'open', licenceOpenness: 'permissive', gated: false, state: 'open' } as const

test.each([
  ['open weights under a permissive licence', open, 'permissive'],
  ['open weights under conditions', { ...open, licenceOpenness: 'conditional' }, 'conditional'],
  ['research only', { ...open, licenceOpenness: 'research' }, 'research'],
  ['a gate closes more than the licence behind it opens', { ...open, gated: true }, 'gated'],
  ['a gate seen by a look', { ...open, gated: null, state: 'gated' }, 'gated'],
  [
    'withheld weights are withdrawn, whatever the licence was',
    { ...open, gated: true, state: 'withheld' },
    'withdrawn',
  ],
  ['a disabled repository is withdrawn', { ...open, state: 'disabled' }, 'withdrawn'],
  ['no weights ever', { ...open, weights: 'api-only', licenceOpenness: null, state: null }, 'api_only'],
  ['open weights under a licence nobody identified are not called fine', { ...open, licenceOpenness: null }, 'unknown'],
  ['a model nobody looked at still has its licence', { ...open, gated: null, state: null }, 'permissive'],
  ['nothing known about the weights', { ...open, weights: 'unknown' }, 'unknown'],
] as const)('%s', (_, input, expected) => {
  expect(opennessOf(input)).toBe(expected)
})

test('only an approved licence that allows commercial use is permissive', () => {
  expect(opennessOfTerms('allowed', true)).toBe('permissive')
  expect(opennessOfTerms('allowed', false)).toBe('conditional')
  expect(opennessOfTerms('allowed-below-threshold', false)).toBe('conditional')
  expect(opennessOfTerms('not-without-separate-licence', false)).toBe('research')
  expect(opennessOfTerms(null, null)).toBeNull()
})
