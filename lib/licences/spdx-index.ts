import { mayAddTerms } from './added-terms.ts'
import groupsFile from './data/spdx-text-groups.json' with { type: 'json' }
import { sha256Of } from './licence-text.ts'
import { readForMatching } from './matching-text.ts'
import { fingerprintOf, normaliseWords, type Token } from './normalise.ts'
import { placeholderSlots } from './placeholder-slots.ts'
import { type Slot, templateSlots } from './template-slots.ts'
import { bodyWords, titleWords } from './title.ts'

/** A text that identification knows: what it is called, and the hashes by which it is recognised. */
export interface ReferenceText {
  licenceId: string
  /** Other ids that stand for the very same text, which the text cannot tell apart. */
  alternatives: readonly string[]
  /** Which dated text or revision this is; null for SPDX's own copies. */
  textId: string | null
  name: string
  sha256s: readonly string[]
  fingerprint: string
  bodyFingerprint: string | null
  /** The hashes of its words in order, as matching reads them. */
  words: Uint32Array
  /** Words a copy may leave out or say in another way; none where every word counts. */
  slots: readonly Slot[]
  /** The words themselves, where the text is at hand. */
  plainWords: readonly string[] | null
}

const groupOf = new Map<string, readonly string[]>()
for (const group of groupsFile.groups) for (const id of group) groupOf.set(id, group)

/** The id under which a text of several SPDX ids is named, and the ids it stands for as well. */
export function spdxGroup(id: string): { licenceId: string; alternatives: readonly string[] } {
  const [first = id, ...rest] = groupOf.get(id) ?? [id]
  return { licenceId: first, alternatives: rest }
}

const LONGEST_OPENING = 20
const SHORTEST_CLAUSE = 8
const LONGEST_CLAUSE = 80

/**
 * Whether an option in the middle of a text binds or frees somebody: SPDX lets it go, but whoever left it out may have
 * meant to. What opens a text or stands behind it are remarks.
 */
function isClause(slot: Slot, words: readonly string[]): boolean {
  const isInside = slot.from > LONGEST_OPENING && slot.to < words.length
  const size = slot.to - slot.from
  return (
    slot.kind === 'optional' &&
    isInside &&
    size >= SHORTEST_CLAUSE &&
    size <= LONGEST_CLAUSE &&
    mayAddTerms(words.slice(slot.from, slot.to))
  )
}

/** The title a text opens with: a copy may leave it out. */
function titleSlot(text: string, tokens: readonly Token[]): Slot[] {
  const title = titleWords(text)
  const isTitle = title.length > 0 && title.every((word, at) => tokens[at]?.word === word)
  return isTitle ? [{ from: 0, to: title.length, kind: 'title', pattern: null }] : []
}

/** One reference for every distinct SPDX text; reads 12 MB of texts, so it is asked for once and late. */
export async function loadSpdxReferences(): Promise<ReferenceText[]> {
  const { default: list } = await import('spdx-license-list/full.js')
  const references: ReferenceText[] = []
  const seen = new Set<string>()
  for (const [id, licence] of Object.entries(list)) {
    const words = normaliseWords(licence.licenseText)
    const fingerprint = fingerprintOf(words)
    if (seen.has(fingerprint)) continue
    seen.add(fingerprint)
    const matching = readForMatching(licence.licenseText)
    const plainWords = matching.tokens.map((token) => token.word)
    const body = bodyWords(licence.licenseText, words)
    references.push({
      ...spdxGroup(id),
      textId: null,
      name: licence.name,
      sha256s: [sha256Of(Buffer.from(licence.licenseText))],
      fingerprint,
      bodyFingerprint: body === null ? null : fingerprintOf(body),
      words: matching.words,
      slots: [
        ...templateSlots(spdxGroup(id).licenceId, matching.words.length).filter((slot) => !isClause(slot, plainWords)),
        ...placeholderSlots(licence.licenseText, matching.tokens),
        ...titleSlot(licence.licenseText, matching.tokens),
      ],
      plainWords,
    })
  }
  return references
}
