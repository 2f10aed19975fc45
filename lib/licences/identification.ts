import type { MatchingNote } from './matching-text.ts'

export type Verdict = 'MATCH' | 'CONTAINS' | 'PARTIAL' | 'MODIFIED' | 'UNKNOWN'
export type Basis = 'sha256' | 'fingerprint' | 'alignment'

export type IdentificationNote = MatchingNote | 'title-ignored' | 'not-english' | 'parts-left-out'

/** One licence found in a text, with its place in it. */
export interface IdentifiedPart {
  licenceId: string
  alternatives: readonly string[]
  /** Which dated text it is; only where no word differs. */
  textId: string | null
  verdict: Exclude<Verdict, 'UNKNOWN'>
  /** Offsets in the decoded text. */
  start: number
  end: number
  similarity: number
  /** Share of the licence's words that stand here, 0 to 1. */
  coverage: number
}

export type DifferenceKind = 'slot' | 'outside' | 'inside'

/** A run of words by which a text and the licence it is compared with differ. */
export interface Difference {
  kind: DifferenceKind
  change: 'added' | 'removed' | 'changed'
  /** The licence's words, normalised and cut to a length; null where it has none here or its text is not at hand. */
  reference: string | null
  /** The text's words, normalised and cut to a length; null where it has none here. */
  text: string | null
  referenceWords: number
  textWords: number
  /** Offsets in the decoded text; equal where words are missing. */
  start: number
  end: number
}

export interface Differences {
  items: readonly Difference[]
  /** How many there are of each kind, listed or not. */
  counts: Readonly<Record<DifferenceKind, number>>
  isTruncated: boolean
}

/** What a text itself was found to be, and by what; never what a tag or card says. */
export interface Identification {
  verdict: Verdict
  /** The one licence of a MATCH or of a CONTAINS; null else, and where a file holds several. */
  licenceId: string | null
  alternatives: readonly string[]
  /** Which dated text or revision of the licence it is, where we know more than one. */
  textId: string | null
  /** 1 on an exact hit, else the share of word pairs alike with the closest text, 0 when none is near. */
  similarity: number
  closest: { licenceId: string; similarity: number } | null
  engineVersion: string
  basis: Basis | null
  parts: readonly IdentifiedPart[]
  differences: Differences
  notes: readonly IdentificationNote[]
}

export const NO_DIFFERENCES: Differences = {
  items: [],
  counts: { slot: 0, outside: 0, inside: 0 },
  isTruncated: false,
}

/** What is said of a text about which nothing could be found. */
export function unknownText(engineVersion: string): Identification {
  return {
    verdict: 'UNKNOWN',
    licenceId: null,
    alternatives: [],
    textId: null,
    similarity: 0,
    closest: null,
    engineVersion,
    basis: null,
    parts: [],
    differences: NO_DIFFERENCES,
    notes: [],
  }
}
