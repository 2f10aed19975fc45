import { knownReferences } from './known-licences.ts'
import type { LicenceText } from './licence-text.ts'
import { fingerprintOf, NORMALISER_VERSION, normaliseWords } from './normalise.ts'
import { loadSpdxReferences, type ReferenceText } from './spdx-index.ts'
import { bodyWords, isTitleOf, titleWords } from './title.ts'
import { buildPairIndex, type PairIndex, wordPairsOf } from './word-pairs.ts'

export type Verdict = 'MATCH' | 'CONTAINS' | 'PARTIAL' | 'MODIFIED' | 'UNKNOWN'

/** What a text itself was found to be, and by what; never what a tag or card says. */
export interface Identification {
  verdict: Verdict
  licenceId: string | null
  alternatives: readonly string[]
  /** Which dated text or revision of the licence it is, where we know more than one. */
  textId: string | null
  /** 1 on a match, else the similarity to the closest text, 0 when none is near. */
  similarity: number
  closest: { licenceId: string; similarity: number } | null
  engineVersion: string
  basis: 'sha256' | 'fingerprint' | null
}

/** Names the recogniser and its normaliser: a finding cites it, and a newer one may find more. */
export const ENGINE_VERSION = `exact-1/normaliser-${NORMALISER_VERSION}`

export interface LicenceIndex {
  bySha256: ReadonlyMap<string, ReferenceText>
  byFingerprint: ReadonlyMap<string, ReferenceText>
  byBody: ReadonlyMap<string, readonly ReferenceText[]>
  references: readonly ReferenceText[]
  pairs: PairIndex
}

/** Builds the look-up tables over reference texts; of two with one hash the first is kept. */
export function buildLicenceIndex(references: readonly ReferenceText[]): LicenceIndex {
  const bySha256 = new Map<string, ReferenceText>()
  const byFingerprint = new Map<string, ReferenceText>()
  const byBody = new Map<string, ReferenceText[]>()
  for (const reference of references) {
    for (const hash of reference.sha256s) if (!bySha256.has(hash)) bySha256.set(hash, reference)
    if (reference.fingerprint && !byFingerprint.has(reference.fingerprint)) {
      byFingerprint.set(reference.fingerprint, reference)
    }
    const body = reference.bodyFingerprint
    if (body !== null) byBody.set(body, [...(byBody.get(body) ?? []), reference])
  }
  return { bySha256, byFingerprint, byBody, references, pairs: buildPairIndex(references.map((one) => one.wordPairs)) }
}

let loading: Promise<LicenceIndex> | undefined

/** The index over shipped fingerprints and SPDX's texts, built on the first call of a process and kept. */
export function licenceIndex(): Promise<LicenceIndex> {
  loading ??= loadSpdxReferences().then((spdx) => buildLicenceIndex([...knownReferences(), ...spdx]))
  return loading
}

function match(reference: ReferenceText, basis: 'sha256' | 'fingerprint'): Identification {
  const { licenceId, alternatives, textId } = reference
  const closest = { licenceId, similarity: 1 }
  return {
    verdict: 'MATCH',
    licenceId,
    alternatives,
    textId,
    similarity: 1,
    closest,
    engineVersion: ENGINE_VERSION,
    basis,
  }
}

/** The one licence among references; null when they name several, which the text then cannot decide. */
function onlyLicence(references: readonly ReferenceText[]): ReferenceText | null {
  const first = references[0]
  return first && references.every((one) => one.licenceId === first.licenceId) ? first : null
}

/** A title may be left out or set before a text, but only the licence's own: a "Modified MIT" is not MIT. */
function matchBesideTitle(text: string, words: readonly string[], index: LicenceIndex): ReferenceText | null {
  const whole = fingerprintOf(words)
  const untitled = onlyLicence(index.byBody.get(whole) ?? [])
  if (untitled) return untitled
  const body = bodyWords(text, words)
  if (body === null) return null
  const fingerprint = fingerprintOf(body)
  const plain = index.byFingerprint.get(fingerprint)
  const candidates = [...(plain ? [plain] : []), ...(index.byBody.get(fingerprint) ?? [])]
  const title = titleWords(text)
  return onlyLicence(candidates.filter((one) => isTitleOf(title, one.name, one.licenceId)))
}

function unknown(words: readonly string[], index: LicenceIndex): Identification {
  const nearest = index.pairs.nearest(wordPairsOf(words))
  const licenceId = nearest === null ? undefined : index.references[nearest.at]?.licenceId
  // Only an exact hit may show 1: a text with the same word pairs in another order is still another text.
  const similarity = Math.min(nearest?.similarity ?? 0, 0.9999)
  const closest = licenceId === undefined ? null : { licenceId, similarity }
  return {
    verdict: 'UNKNOWN',
    licenceId: null,
    alternatives: [],
    textId: null,
    similarity: closest?.similarity ?? 0,
    closest,
    engineVersion: ENGINE_VERSION,
    basis: null,
  }
}

/** Names a text only when its bytes or all of its normalised words are known; else says what comes closest. */
export function identify(text: Pick<LicenceText, 'sha256' | 'text'>, index: LicenceIndex): Identification {
  const sameBytes = index.bySha256.get(text.sha256)
  if (sameBytes) return match(sameBytes, 'sha256')
  const words = normaliseWords(text.text)
  if (words.length === 0) return unknown(words, index)
  const sameWords = index.byFingerprint.get(fingerprintOf(words)) ?? matchBesideTitle(text.text, words, index)
  return sameWords ? match(sameWords, 'fingerprint') : unknown(words, index)
}
