import type { ClauseChange, KnownIds, TextComparison } from '#lib/licences/licence-diff.ts'
import type { ReportText } from './report-input.ts'
import type { ClauseDifference, DifferencePiece, LicenceDifference } from './weekly-report.ts'

/** How two licence texts are compared; handed in, so that a report cites the comparison of its time. */
export type CompareTexts = (before: string, after: string, known?: KnownIds) => TextComparison

type Span = ClauseChange['before']

function cut(text: string, span: Span): string {
  return span === null ? '' : text.slice(span.start, span.end)
}

function piecesOf(clause: ClauseChange, before: string, after: string): DifferencePiece[] | null {
  if (clause.words === 'too-different') return null
  if (clause.words === null) {
    if (clause.kind === 'removed') return [{ kind: 'removed', text: cut(before, clause.before) }]
    return [{ kind: clause.kind === 'added' ? 'added' : 'same', text: cut(after, clause.after) }]
  }
  return clause.words.map((run) => ({
    kind: run.kind,
    text: run.kind === 'removed' ? cut(before, run.before) : cut(after, run.after),
  }))
}

/** What differs between two texts, in their own words; null when one of them is no text. */
export function licenceDifference(
  before: ReportText,
  after: ReportText,
  compare: CompareTexts,
): LicenceDifference | null {
  if (before.text === null || after.text === null) return null
  const [from, to] = [before.text, after.text]
  const comparison = compare(from, to, { beforeId: before.licenceId, afterId: after.licenceId })
  const clauses = comparison.clauses.flatMap((clause): ClauseDifference[] => {
    if (clause.kind === 'same') return []
    return [{ kind: clause.kind, level: clause.level, pieces: piecesOf(clause, from, to) }]
  })
  return {
    level: comparison.level,
    isComplete: comparison.isComplete,
    clauses,
    unchangedClauses: comparison.clauses.length - clauses.length,
  }
}
