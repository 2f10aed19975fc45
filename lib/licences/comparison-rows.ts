import type { ViewClause } from './comparison-view.ts'
import { hiddenIn } from './hidden-characters.ts'

export interface PlacedClause {
  /** Its place among all clauses of the comparison: the name of its anchor. */
  at: number
  clause: ViewClause
}

/** One row of a comparison on a page: a clause that differs, a fold of those that do not, or where a moved one stood. */
export type ComparisonRow =
  | ({ kind: 'clause' } & PlacedClause)
  | { kind: 'folded'; clauses: PlacedClause[] }
  | { kind: 'moved-away'; to: number; clause: ViewClause }

export interface ComparisonRows {
  rows: ComparisonRow[]
  /** Clauses that differ, of which `notShown` were left out because nobody reads so much on one page. */
  differing: number
  notShown: number
}

/** Characters a page shows of one comparison, and rows. */
const MOST_CHARACTERS = 150_000
const MOST_ROWS = 1_000

/** The clauses of a comparison as rows: unchanged ones folded, and at the place a moved one left, the way to where it went. */
export function comparisonRows(clauses: readonly ViewClause[]): ComparisonRows {
  const leaving = clauses
    .flatMap((clause, at) => (clause.kind === 'moved' ? [{ kind: 'moved-away' as const, to: at, clause }] : []))
    .sort((a, b) => startOf(a.clause) - startOf(b.clause))
  const rows: ComparisonRow[] = []
  let [characters, notShown, differing] = [0, 0, 0]
  const push = (row: ComparisonRow) => {
    const last = rows.at(-1)
    if (row.kind === 'folded' && last?.kind === 'folded') last.clauses.push(...row.clauses)
    else rows.push(row)
  }
  clauses.forEach((clause, at) => {
    while (clause.kind !== 'moved' && leaving[0] !== undefined && startOf(leaving[0].clause) < startOf(clause)) {
      const left = leaving.shift()
      if (left !== undefined) push(left)
    }
    characters += weightOf(clause)
    const isOver = characters > MOST_CHARACTERS || rows.length > MOST_ROWS
    if (clause.kind !== 'same') differing++
    if (isOver) notShown += clause.kind === 'same' ? 0 : 1
    else if (clause.kind === 'same') push({ kind: 'folded', clauses: [{ at, clause }] })
    else push({ kind: 'clause', at, clause })
  })
  for (const left of leaving) push(left)
  return { rows, differing, notShown }
}

/** Where a clause stood in the earlier text; one that was not in it stands nowhere there. */
function startOf(clause: ViewClause): number {
  return clause.beforeSpan?.start ?? -1
}

/** A character nobody would see is shown by its name. */
const LENGTH_OF_A_NAME = 30

function weightOf({ before, after }: ViewClause): number {
  return [...(before ?? []), ...(after ?? [])].reduce((sum, { text }) => {
    const hidden = hiddenIn(text).reduce((count, one) => count + one.count, 0)
    return sum + text.length + hidden * LENGTH_OF_A_NAME
  }, 0)
}

/** Which clause holds a place of a text; null where none does. */
export function clauseAt(clauses: readonly ViewClause[], side: 'before' | 'after', place: number): number | null {
  const at = clauses.findIndex((clause) => {
    const span = side === 'before' ? clause.beforeSpan : clause.afterSpan
    return span !== null && span.start <= place && place < span.end
  })
  return at === -1 ? null : at
}
