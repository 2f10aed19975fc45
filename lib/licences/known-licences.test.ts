import { expect, test } from 'vitest'
import { isLicenceId } from './aliases.ts'
import { isUsePolicy, knownReferences } from './known-licences.ts'

test('every shipped fingerprint names a licence of ours and no byte hash names two', () => {
  const known = knownReferences()
  expect(known.filter((one) => !isLicenceId(one.licenceId))).toEqual([])
  const hashes = known.flatMap((one) => one.sha256s)
  expect(new Set(hashes).size).toBe(hashes.length)
  for (const one of known) expect(one.fingerprint).toMatch(/^[0-9a-f]{64}$/)
})

test('one fingerprint never stands for two licences', () => {
  const licenceOf = new Map<string, string>()
  for (const { fingerprint, licenceId } of knownReferences()) {
    expect(licenceOf.get(fingerprint) ?? licenceId).toBe(licenceId)
    licenceOf.set(fingerprint, licenceId)
  }
})

test('tells use policies from licences', () => {
  expect(isUsePolicy('LicenseRef-llama3.2-use-policy')).toBe(true)
  expect(isUsePolicy('LicenseRef-llama3.2')).toBe(false)
})
