import spdx from 'spdx-license-list/simple.js'
import aliases from './data/licence-aliases.json' with { type: 'json' }

/** Whose words an id is in: the shipped catalogue, hub tags, hub `license_name`, our text files, scancode, terms rows. */
export type Vocabulary = 'catalogue' | 'hubTag' | 'hubName' | 'text' | 'scancode' | 'terms' | 'spdx'

/** What a foreign id stands for: one licence, or the candidates of a name that covers several. */
export interface AliasTarget {
  licenceId: string | null
  candidates: readonly string[]
  /** False where other licences are known or likely to go by the same name. */
  hasAllCandidates: boolean
}

type Row = string | { candidates: string[]; hasAllCandidates: boolean }

function target(row: Row): AliasTarget {
  return typeof row === 'string'
    ? { licenceId: row, candidates: [row], hasAllCandidates: true }
    : { licenceId: null, ...row }
}

function table(rows: Record<string, Row>): ReadonlyMap<string, AliasTarget> {
  return new Map(Object.entries(rows).map(([id, row]) => [id, target(row)]))
}

const spdxIds: ReadonlySet<string> = spdx
const TABLES: Record<Exclude<Vocabulary, 'spdx'>, ReadonlyMap<string, AliasTarget>> = {
  catalogue: table(aliases.catalogue),
  hubTag: table(aliases.hubTag),
  hubName: table(aliases.hubName),
  text: table(aliases.text),
  scancode: table(aliases.scancode),
  terms: table(aliases.terms),
}

const OWN_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(aliases.licences))

/** What an id of one vocabulary stands for in ours; null when the table does not hold it, which is never guessed at. */
export function findAlias(vocabulary: Vocabulary, id: string): AliasTarget | null {
  if (vocabulary === 'spdx') return spdxIds.has(id) ? target(id) : null
  return TABLES[vocabulary].get(id) ?? null
}

/** Whether an id is one of ours: an SPDX id, or a LicenseRef that the table names. */
export function isLicenceId(id: string): boolean {
  return spdxIds.has(id) || OWN_NAMES.has(id)
}

/** The name of a licence outside the SPDX list; undefined for any other id. */
export function ownLicenceName(id: string): string | undefined {
  return OWN_NAMES.get(id)
}
