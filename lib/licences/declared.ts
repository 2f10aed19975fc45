import { findAlias, isLicenceId } from './aliases.ts'
import tagsFile from './data/hf-license-tags.json' with { type: 'json' }
import { licencesIn, parseExpression } from './expression.ts'

export type DeclarationKind = 'spdx' | 'spdx-ambiguous' | 'family' | 'custom' | 'none' | 'unlisted'

/** What a publisher's card and tags say the licence is: raw values as given, and what they stand for, never a guess. */
export interface Declaration {
  license: string | string[] | null
  licenseName: string | null
  licenseLink: string | null
  /** The `license:` tags, without that prefix. */
  tags: string[]
  licenceId: string | null
  candidates: readonly string[]
  /** False where the declared name may also stand for licences that are not among the candidates. */
  hasAllCandidates: boolean
  kind: DeclarationKind
}

type Meaning = Pick<Declaration, 'licenceId' | 'candidates' | 'hasAllCandidates' | 'kind'>

const NOTHING: Meaning = { licenceId: null, candidates: [], hasAllCandidates: false, kind: 'none' }
const UNLISTED: Meaning = { ...NOTHING, kind: 'unlisted' }

function isKind(kind: string): kind is DeclarationKind {
  return ['spdx', 'spdx-ambiguous', 'family', 'custom', 'none'].includes(kind)
}

const kindOfTag = new Map(tagsFile.tags.map((row) => [row.tag, row.kind]))

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function licenceField(value: unknown): string | string[] | null {
  if (!Array.isArray(value)) return text(value)
  const given = value.flatMap((one) => text(one) ?? [])
  return given.length === 0 ? null : given
}

function meaningOfTag(tag: string): Meaning {
  const kind = kindOfTag.get(tag)
  const alias = findAlias('hubTag', tag)
  return kind !== undefined && isKind(kind) && alias ? { ...alias, kind } : UNLISTED
}

/** What is no hub tag but a whole SPDX expression names its licences; which of them is chosen, or with what exception, it leaves open. */
function meaningOfExpression(written: string): Meaning {
  const parsed = parseExpression(written)
  if (!parsed.ok) return UNLISTED
  const named = licencesIn(parsed.value)
  const candidates = named.filter(isLicenceId)
  if (candidates.length === 0) return UNLISTED
  return { licenceId: null, candidates, hasAllCandidates: candidates.length === named.length, kind: 'spdx-ambiguous' }
}

function meaningOfName(name: string): Meaning {
  const alias = findAlias('hubName', name.toLowerCase())
  if (alias) return { ...alias, kind: 'custom' }
  // A hub tag written where a custom name belongs says something, but not on the publisher's behalf what it seems to.
  const tag = meaningOfTag(name.toLowerCase())
  return { ...UNLISTED, candidates: tag.candidates }
}

function meaningOf(declared: string[], licenseName: string | null): Meaning {
  const [only, ...others] = declared
  if (only === undefined) return licenseName === null ? NOTHING : meaningOfName(licenseName)
  if (others.length === 0) {
    const tag = only.toLowerCase()
    if (tag === 'other' && licenseName !== null) return meaningOfName(licenseName)
    const meaning = meaningOfTag(tag)
    return meaning.kind === 'unlisted' ? meaningOfExpression(only) : meaning
  }
  // A list does not say whether one may choose or must keep all: it names no single licence.
  const meanings = declared.map((one) => meaningOfTag(one.toLowerCase()))
  return {
    licenceId: null,
    candidates: [...new Set(meanings.flatMap((one) => one.candidates))],
    hasAllCandidates: meanings.every((one) => one.hasAllCandidates),
    kind: meanings.every((one) => one.kind === 'spdx' || one.kind === 'spdx-ambiguous') ? 'spdx-ambiguous' : 'unlisted',
  }
}

/** Reads what a repository declares: card data first, then `license:` tags; nothing stated is `none`, never permissive. */
export function readDeclaration(source: {
  cardData?: Readonly<Record<string, unknown>> | null
  tags?: readonly string[] | null
}): Declaration {
  const license = licenceField(source.cardData?.license)
  const licenseName = text(source.cardData?.license_name)
  const tags = (source.tags ?? []).flatMap((tag) => (tag.startsWith('license:') ? [tag.slice('license:'.length)] : []))
  const declared = license === null ? tags : [license].flat()
  return {
    license,
    licenseName,
    licenseLink: text(source.cardData?.license_link),
    tags,
    ...meaningOf([...new Set(declared)], licenseName),
  }
}
