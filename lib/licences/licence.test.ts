import { expect, test } from 'vitest'
import { licenceName, licenceOpenness } from './licence.ts'
import { findTermsFor } from './terms.ts'

test.each([
  ['MIT', 'permissive'],
  ['Apache-2.0', 'permissive'],
  ['OpenMDW-1.0', 'permissive'],
  ['LicenseRef-qwen-2024', 'conditional'],
  ['LicenseRef-qwen-community-1.0', 'conditional'],
  ['LicenseRef-kimi-k2-modified-mit', 'conditional'],
  ['LicenseRef-gemma-2025-03-24', 'conditional'],
  ['LicenseRef-falcon-2-11b-1.0', 'conditional'],
  ['LicenseRef-qwen-research-2024', 'research'],
  ['CC-BY-NC-4.0', 'research'],
  ['GPL-3.0-only', 'unknown'],
])('%s is %s by its terms', (id, openness) => {
  expect(licenceOpenness(findTermsFor(id, 'MATCH'))).toBe(openness)
})

test('a term read unsurely does not place a licence', () => {
  const row = findTermsFor('MIT', 'MATCH')
  if (!row) throw new Error('the row is shipped')
  const terms = { ...row.terms, commercial_use: { value: 'allowed', section: null, confidence: 'low' as const } }
  expect(licenceOpenness({ ...row, terms })).toBe('unknown')
})

test('a licence has the name people know it by', () => {
  expect(licenceName('Apache-2.0')).toBe('Apache License 2.0')
  expect(licenceName('LicenseRef-qwen-2024')).toBe('Qwen License Agreement (19 September 2024)')
  expect(licenceName('LicenseRef-nobody')).toBe('LicenseRef-nobody')
})
