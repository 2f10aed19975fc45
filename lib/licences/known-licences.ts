import knownFile from './data/known-fingerprints.json' with { type: 'json' }
import { NORMALISER_VERSION } from './normalise.ts'
import { type ReferenceText, spdxGroup } from './spdx-index.ts'
import { decodeHashes } from './word-pairs.ts'

/** The AI licences and use policies whose fingerprints are shipped; an older normaliser's fingerprints are left out. */
export function knownReferences(): ReferenceText[] {
  // A fingerprint of another normaliser would only ever miss; the byte hashes stay good.
  const isCurrent = knownFile.normaliserVersion === NORMALISER_VERSION
  return knownFile.texts.map((known) => ({
    ...spdxGroup(known.licenceId),
    textId: known.textId,
    name: known.name,
    sha256s: known.sha256s,
    fingerprint: isCurrent ? known.fingerprint : '',
    bodyFingerprint: isCurrent ? known.bodyFingerprint : null,
    words: decodeHashes(known.words),
    slots: [],
    plainWords: null,
  }))
}

const policies = new Set(knownFile.texts.filter((known) => known.role === 'use-policy').map((known) => known.licenceId))

/** Whether an id names a use policy that stands beside a licence rather than a licence. */
export function isUsePolicy(licenceId: string): boolean {
  return policies.has(licenceId)
}
