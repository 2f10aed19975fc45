import type { ClauseChange, TextComparison } from './licence-diff.ts'
import type { Span, WordRun } from './word-diff.ts'

/** Characters of a clause that stayed, came or went. */
export interface ViewPiece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** One clause as it is read: all of its text on either side, with the number before it and the layout behind it. */
export interface ViewClause {
  kind: ClauseChange['kind']
  level: ClauseChange['level']
  before: readonly ViewPiece[] | null
  after: readonly ViewPiece[] | null
  /** Both sides in one line of reading; null where the words were not compared. */
  woven: readonly ViewPiece[] | null
  /** The words differ too much to be told apart one by one. */
  isTooDifferent: boolean
  /** The stretch of either text that is shown; together they are the whole of it. */
  beforeSpan: Span | null
  afterSpan: Span | null
}

/** A comparison as it is read: every character of either text stands in exactly one clause of its side. */
export function comparisonView(comparison: TextComparison, before: string, after: string): ViewClause[] {
  if (comparison.clauses.length === 0) return [unchangedWhole(comparison, before, after)]
  const earlier = stretches(before, comparison.clauses, 'before')
  const later = stretches(after, comparison.clauses, 'after')
  return comparison.clauses.map((clause): ViewClause => {
    const [beforeSpan, afterSpan] = [earlier.get(clause) ?? null, later.get(clause) ?? null]
    const { kind, level, words } = clause
    const shared = { kind, level, beforeSpan, afterSpan, isTooDifferent: words === 'too-different' }
    if (Array.isArray(words) && beforeSpan !== null && afterSpan !== null) {
      const cuts = {
        before: cutAtRuns(before, words, 'before', beforeSpan),
        after: cutAtRuns(after, words, 'after', afterSpan),
      }
      return { ...shared, before: cuts.before.flat(), after: cuts.after.flat(), woven: weave(words, cuts) }
    }
    return {
      ...shared,
      before: wholePiece(before, beforeSpan, kind === 'removed' || kind === 'changed' ? 'removed' : 'same'),
      after: wholePiece(after, afterSpan, kind === 'added' || kind === 'changed' ? 'added' : 'same'),
      woven: null,
    }
  })
}

function unchangedWhole({ level }: TextComparison, before: string, after: string): ViewClause {
  return {
    kind: 'same',
    level,
    before: [{ kind: 'same', text: before }],
    after: [{ kind: 'same', text: after }],
    woven: null,
    isTooDifferent: false,
    beforeSpan: { start: 0, end: before.length },
    afterSpan: { start: 0, end: after.length },
  }
}

function wholePiece(text: string, span: Span | null, kind: ViewPiece['kind']): ViewPiece[] | null {
  return span && [{ kind, text: text.slice(span.start, span.end) }]
}

/** What closes a sentence stays with it; the number that opens the next clause goes to that one. */
const CLOSES = /^\S*\s*/

/** The stretch of text each clause shows; between two clauses nothing is left out. */
function stretches(text: string, clauses: readonly ClauseChange[], side: 'before' | 'after'): Map<ClauseChange, Span> {
  const inOrder = clauses.flatMap((clause) => {
    const span = clause[side]
    return span === null ? [] : [{ clause, span }]
  })
  inOrder.sort((a, b) => a.span.start - b.span.start)
  const found = new Map<ClauseChange, Span>()
  let start = 0
  inOrder.forEach(({ clause, span }, at) => {
    const next = inOrder[at + 1]?.span.start
    const gap = next === undefined ? '' : text.slice(span.end, next)
    const end = next === undefined ? text.length : span.end + (CLOSES.exec(gap)?.[0].length ?? 0)
    found.set(clause, { start, end })
    start = end
  })
  return found
}

type Cut = readonly [ViewPiece, ...ViewPiece[]] | readonly []

/** Per run the pieces of one side: its words, then the layout up to the next run's; what precedes the first goes with it. */
function cutAtRuns(text: string, runs: readonly WordRun[], side: 'before' | 'after', whole: Span): Cut[] {
  const starts = runs.flatMap((run) => run[side]?.start ?? [])
  let [shown, passed] = [whole.start, 0]
  return runs.map((run): Cut => {
    const span = run[side]
    if (span === null) return []
    passed++
    const next = starts[passed] ?? whole.end
    const lead: ViewPiece[] = shown < span.start ? [{ kind: 'same', text: text.slice(shown, span.start) }] : []
    const gap: ViewPiece[] = span.end < next ? [{ kind: 'same', text: text.slice(span.end, next) }] : []
    shown = next
    const words: ViewPiece = { kind: run.kind, text: text.slice(span.start, span.end) }
    const [first = words, ...others] = [...lead, words, ...gap]
    return [first, ...others]
  })
}

function weave(runs: readonly WordRun[], cuts: { before: readonly Cut[]; after: readonly Cut[] }): ViewPiece[] {
  return runs.flatMap((run, at) => [...((run.kind === 'removed' ? cuts.before[at] : cuts.after[at]) ?? [])])
}
