import type { Declaration } from './declared.ts'
import type { Agreement } from './mismatch.ts'
import { findTermsFor, type TermKey, termOf } from './terms.ts'

/**
 * What somebody other than the publisher's repository says a model stands under: a registry's copy, a notice file, a page, a
 * sentence in a README. It is reported; it never governs.
 */
export type ReportedStatement =
  /** Says a licence by its tag or name, read through the table of hub tags like a card. */
  | { says: 'name'; declaration: Pick<Declaration, 'candidates' | 'hasAllCandidates'> }
  /** Shows a text: what it was identified as; null where it is no known one, as a cut-off copy. */
  | { says: 'text'; licenceId: string | null; alternatives: readonly string[] }
  /** Says what one may do, without naming a licence. */
  | { says: 'term'; term: TermKey; value: string }
  /** A sentence that says nothing of a licence. */
  | { says: 'words' }

export type StatementResult = 'reported agreement' | 'reported contradiction' | 'UNKNOWN'

/** What a statement may be held against: the licences that the model's own repository is known to stand under. */
export function compareStatement(statement: ReportedStatement, known: readonly string[]): StatementResult {
  if (known.length === 0 || statement.says === 'words') return 'UNKNOWN'
  if (statement.says === 'term') return compareTerm(statement.term, statement.value, known)
  const said =
    statement.says === 'name'
      ? statement.declaration.candidates
      : statement.licenceId === null
        ? []
        : [statement.licenceId, ...statement.alternatives]
  if (said.length === 0) return 'UNKNOWN'
  // Of several models spoken about together, each must stand under what is said.
  if (known.every((id) => said.includes(id))) return 'reported agreement'
  if (statement.says === 'name' && !statement.declaration.hasAllCandidates) return 'UNKNOWN'
  return 'reported contradiction'
}

/** A term that was read unsurely contradicts nobody. */
function compareTerm(term: TermKey, value: string, known: readonly string[]): StatementResult {
  const cells = known.map((id) => {
    const row = findTermsFor(id, 'MATCH')
    return row && termOf(row, term)
  })
  if (cells.some((cell) => !cell || cell.value === null || cell.confidence === 'low' || cell.confidence === 'none')) {
    return 'UNKNOWN'
  }
  return cells.every((cell) => cell?.value === value) ? 'reported agreement' : 'reported contradiction'
}

/** What becomes of a difference within one hub repository: shown to differ is a finding, not comparable is unknown. */
export function repositoryResult(agreement: Agreement): 'finding' | 'no difference' | 'UNKNOWN' {
  if (agreement === 'disagree') return 'finding'
  return agreement === 'agree' ? 'no difference' : 'UNKNOWN'
}
