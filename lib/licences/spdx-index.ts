import groupsFile from './data/spdx-text-groups.json' with { type: 'json' }
import { sha256Of } from './licence-text.ts'
import { fingerprintOf, normaliseWords } from './normalise.ts'
import { bodyWords } from './title.ts'
import { wordPairsOf } from './word-pairs.ts'

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
  wordPairs: Uint32Array
}

const groupOf = new Map<string, readonly string[]>()
for (const group of groupsFile.groups) for (const id of group) groupOf.set(id, group)

/** The id under which a text of several SPDX ids is named, and the ids it stands for as well. */
export function spdxGroup(id: string): { licenceId: string; alternatives: readonly string[] } {
  const [first = id, ...rest] = groupOf.get(id) ?? [id]
  return { licenceId: first, alternatives: rest }
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
    const body = bodyWords(licence.licenseText, words)
    references.push({
      ...spdxGroup(id),
      textId: null,
      name: licence.name,
      sha256s: [sha256Of(Buffer.from(licence.licenseText))],
      fingerprint,
      bodyFingerprint: body === null ? null : fingerprintOf(body),
      wordPairs: wordPairsOf(words),
    })
  }
  return references
}
