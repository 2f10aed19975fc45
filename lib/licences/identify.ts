import { type Basis, type Identification, unknownText } from './identification.ts'
import { judgeByAlignment } from './judge-text.ts'
import { type LicenceIndex, sequenceKey } from './licence-index.ts'
import type { LicenceText } from './licence-text.ts'
import { readForMatching } from './matching-text.ts'
import { fingerprintOf, NORMALISER_VERSION, normaliseWords } from './normalise.ts'
import type { ReferenceText } from './spdx-index.ts'
import { bodyWords, isTitleOf, titleWords } from './title.ts'

export type { Identification, Verdict } from './identification.ts'
export { buildLicenceIndex, type LicenceIndex, licenceIndex } from './licence-index.ts'

/** Names the recogniser and its normaliser: a finding cites it, and a newer one may find more. */
export const ENGINE_VERSION = `alignment-1/normaliser-${NORMALISER_VERSION}`

function match(reference: ReferenceText, basis: Basis, length: number): Identification {
  const { licenceId, alternatives, textId } = reference
  return {
    ...unknownText(ENGINE_VERSION),
    verdict: 'MATCH',
    licenceId,
    alternatives,
    textId,
    similarity: 1,
    closest: { licenceId, similarity: 1 },
    basis,
    parts: [{ licenceId, alternatives, textId, verdict: 'MATCH', start: 0, end: length, similarity: 1, coverage: 1 }],
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

/**
 * Says what a text is: named when its bytes or all of its normalised words are known, else by aligning its words with
 * the licences it is near to. Only what is shown to be a whole licence is named.
 */
export function identify(text: Pick<LicenceText, 'sha256' | 'text'>, index: LicenceIndex): Identification {
  const sameBytes = index.bySha256.get(text.sha256)
  if (sameBytes) return match(sameBytes, 'sha256', text.text.length)
  const matching = readForMatching(text.text)
  if (matching.tokens.length === 0) return unknownText(ENGINE_VERSION)
  const words = matching.tokens.map((token) => token.word)
  const sameWords =
    index.bySequence.get(sequenceKey(matching.words)) ??
    index.byFingerprint.get(fingerprintOf(words)) ??
    matchBesideTitle(text.text, words, index)
  if (sameWords) return { ...match(sameWords, 'fingerprint', text.text.length), notes: matching.notes }
  const found = judgeByAlignment(matching, text.text, index, ENGINE_VERSION)
  if (found.verdict !== 'MATCH') return found
  // Where a notice stood in the way, the words may be the very same after all.
  const exact = index.byFingerprint.get(fingerprintOf(normaliseWords(text.text)))
  return exact ? { ...match(exact, 'fingerprint', text.text.length), notes: found.notes } : found
}
