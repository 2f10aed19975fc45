import type { Identification } from './identify.ts'
import { isUsePolicy } from './known-licences.ts'
import { compareTexts } from './licence-diff.ts'
import type { Span } from './quotation.ts'
import { findTermsFor, type TermsRow } from './terms.ts'

/** The known licence that comes closest to a text nobody has read: for comparison, never for reliance. */
export interface NearestRelative {
  licenceId: string
  similarity: number
  row: TermsRow
}

/** Less alike than this, two texts have nothing to tell about each other. */
const LEAST_ALIKE = 0.5

/** The nearest known licence whose terms were read; null for a text that has a row of its own, or where none is near. */
export function nearestRelative(identification: Identification | null): NearestRelative | null {
  if (identification === null) return null
  const { verdict, licenceId, alternatives, closest } = identification
  if (findTermsFor(licenceId, verdict, alternatives) !== null || closest === null) return null
  if (closest.similarity < LEAST_ALIKE || isUsePolicy(closest.licenceId)) return null
  const row = findTermsFor(closest.licenceId, 'MATCH')
  return row && { ...closest, row }
}

/** A clause in which a text differs from its relative. */
export interface DifferingClause {
  kind: 'changed' | 'added' | 'removed'
  /** In the relative's text; null where it was added. */
  theirs: string | null
  /** In the text itself; null where it was left out. */
  own: string | null
  /** Where it stands in the text itself. */
  place: Span | null
}

const MOST_SHOWN = 60

/** The clauses in which a text differs from its relative's, in its order: the first of them, and how many there are. */
export function differingClauses(
  theirs: string,
  own: string,
): { clauses: DifferingClause[]; total: number; isComplete: boolean } {
  const { clauses, isComplete } = compareTexts(theirs, own)
  const differing = clauses.flatMap(({ kind, before, after }): DifferingClause[] => {
    if (kind === 'same' || kind === 'moved') return []
    return [
      {
        kind,
        theirs: before && theirs.slice(before.start, before.end),
        own: after && own.slice(after.start, after.end),
        place: after && { start: after.start, end: after.end },
      },
    ]
  })
  return { clauses: differing.slice(0, MOST_SHOWN), total: differing.length, isComplete }
}
