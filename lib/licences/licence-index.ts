import { anchorsOf } from './alignment.ts'
import { knownReferences } from './known-licences.ts'
import { sha256Of } from './licence-text.ts'
import { loadSpdxReferences, type ReferenceText } from './spdx-index.ts'
import { gramsOf } from './word-hash.ts'
import { buildPairIndex, type PairIndex, wordPairsOf } from './word-pairs.ts'
import { GRAM } from './word-runs.ts'

/** A reference that a text may be aligned with. */
export interface Candidate {
  reference: ReferenceText
  words: Uint32Array
  /** Made when they are first asked for: most texts are near few references. */
  grams: Uint32Array
  anchors: Uint32Array
}

/** The look-up tables over reference texts that identification works with. */
export interface LicenceIndex {
  bySha256: ReadonlyMap<string, ReferenceText>
  byFingerprint: ReadonlyMap<string, ReferenceText>
  /** By the words in order as matching reads them. */
  bySequence: ReadonlyMap<string, ReferenceText>
  byBody: ReadonlyMap<string, readonly ReferenceText[]>
  references: readonly ReferenceText[]
  candidates: readonly Candidate[]
  pairs: PairIndex
  legalRuns: LegalRuns
  /** Runs of the notices by which files are put under one of GNU's licences: they name versions in each other's words. */
  gnuNotices: ReadonlySet<number>
}

/** Runs of words that stand in any reference: what holds them long enough is the text of a licence. */
export interface LegalRuns {
  has(gram: number): boolean
}

export const LEGAL_RUN = 5
/** Shorter texts, such as two-line dedications, are like too many notices to be compared with: only an exact hit names them. */
const SHORTEST_CANDIDATE = 40
const BITS = 1 << 25

function buildLegalRuns(references: readonly ReferenceText[]): LegalRuns {
  const bits = new Uint8Array(BITS >> 3)
  for (const { words } of references) {
    for (const gram of gramsOf(words, LEGAL_RUN)) {
      const bit = gram % BITS
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  return {
    has(gram) {
      const bit = gram % BITS
      return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
    },
  }
}

/** Whether an id is one of GNU's licences. */
export function isGnu(licenceId: string): boolean {
  return /^(?:[AL]?GPL|GFDL)-/.test(licenceId)
}

/** One key for a sequence of word hashes. */
export function sequenceKey(words: Uint32Array): string {
  return sha256Of(new Uint8Array(words.buffer, words.byteOffset, words.byteLength))
}

const LEAST_ADVICE = 100

function gnuNoticesOf(references: readonly ReferenceText[]): Set<number> {
  const grams = new Set<number>()
  for (const { licenceId, slots, words } of references) {
    if (!isGnu(licenceId)) continue
    // How to apply a licence is advice that a copy may leave out; it quotes the notices.
    for (const slot of slots) {
      if (slot.kind !== 'optional' || slot.to - slot.from < LEAST_ADVICE) continue
      for (const gram of gramsOf(words.subarray(slot.from, slot.to), GRAM)) grams.add(gram)
    }
  }
  return grams
}

function candidateOf(reference: ReferenceText): Candidate {
  let grams: Uint32Array | undefined
  let anchors: Uint32Array | undefined
  return {
    reference,
    words: reference.words,
    get grams() {
      grams ??= gramsOf(reference.words, GRAM)
      return grams
    },
    get anchors() {
      anchors ??= anchorsOf(this.grams)
      return anchors
    },
  }
}

/** Builds the look-up tables over reference texts; of two with one hash the first is kept. */
export function buildLicenceIndex(references: readonly ReferenceText[]): LicenceIndex {
  const bySha256 = new Map<string, ReferenceText>()
  const byFingerprint = new Map<string, ReferenceText>()
  const bySequence = new Map<string, ReferenceText>()
  const byBody = new Map<string, ReferenceText[]>()
  const withText = new Set(references.flatMap((one) => (one.plainWords === null ? [] : [one.fingerprint])))
  const candidates: Candidate[] = []
  for (const reference of references) {
    for (const hash of reference.sha256s) if (!bySha256.has(hash)) bySha256.set(hash, reference)
    if (reference.fingerprint && !byFingerprint.has(reference.fingerprint)) {
      byFingerprint.set(reference.fingerprint, reference)
    }
    const sequence = sequenceKey(reference.words)
    if (!bySequence.has(sequence)) bySequence.set(sequence, reference)
    const body = reference.bodyFingerprint
    if (body !== null) byBody.set(body, [...(byBody.get(body) ?? []), reference])
    // A copy with the very words of a text at hand adds nothing to compare with.
    const isCopy = reference.plainWords === null && withText.has(reference.fingerprint)
    if (!isCopy && reference.words.length >= SHORTEST_CANDIDATE) candidates.push(candidateOf(reference))
  }
  return {
    bySha256,
    byFingerprint,
    bySequence,
    byBody,
    references,
    candidates,
    pairs: buildPairIndex(candidates.map((one) => wordPairsOf(one.words))),
    legalRuns: buildLegalRuns(references),
    gnuNotices: gnuNoticesOf(references),
  }
}

let loading: Promise<LicenceIndex> | undefined

/** The index over shipped fingerprints and SPDX's texts, built on the first call of a process and kept. */
export function licenceIndex(): Promise<LicenceIndex> {
  loading ??= loadSpdxReferences().then((spdx) => buildLicenceIndex([...knownReferences(), ...spdx]))
  return loading
}
