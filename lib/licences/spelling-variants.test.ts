import { expect, test } from 'vitest'
import { canonicalSpelling, joinedSpelling } from './spelling-variants.ts'

test('a word that is no variant stays itself, whatever it is called', () => {
  expect(canonicalSpelling('licence')).toBe('license')
  expect(canonicalSpelling('constructor')).toBe('constructor')
  expect(joinedSpelling('sub', 'license')).toBe('sublicense')
  expect(joinedSpelling('sub', 'constructor')).toBeNull()
})
