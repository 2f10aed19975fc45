import { type CompareSide, loneLevel, type PairComparison } from './clause-comparison.ts'
import type { Clause } from './clauses.ts'
import { type ClauseChange, higherLevel } from './licence-diff.ts'
import type { Span } from './word-diff.ts'

function spanOf(clause: Clause): Span {
  return { start: clause.start, end: clause.end }
}

/** Every clause of either text once, in the order of the later one, each removed clause where it stood. */
export function listClauses(before: CompareSide, after: CompareSide, pairs: readonly PairComparison[]): ClauseChange[] {
  const ofBefore = new Set(pairs.map((pair) => pair.before))
  const ofAfter = new Map(pairs.map((pair) => [pair.after, pair]))
  const changes: ClauseChange[] = []
  let shown = 0
  const showRemovedUpTo = (end: number) => {
    for (; shown < end; shown++) {
      const clause = before.clauses[shown]
      if (clause === undefined || ofBefore.has(shown)) continue
      changes.push({
        kind: 'removed',
        level: loneLevel(clause, before),
        before: spanOf(clause),
        after: null,
        words: null,
      })
    }
  }
  after.clauses.forEach((clause, at) => {
    const pair = ofAfter.get(at)
    const earlier = pair && before.clauses[pair.before]
    if (!pair || !earlier) {
      changes.push({ kind: 'added', level: loneLevel(clause, after), before: null, after: spanOf(clause), words: null })
      return
    }
    if (pair.kind !== 'moved') showRemovedUpTo(pair.before)
    const { kind, level, words } = pair
    changes.push({ kind, level, before: spanOf(earlier), after: spanOf(clause), words })
  })
  showRemovedUpTo(before.clauses.length)
  return changes
}

/** Clauses beyond which a list is no reading any more, and only costs. */
export const MAX_LISTED = 20_000

function joinedSpan(first: Span | null, second: Span | null): Span | null {
  if (first === null || second === null) return first ?? second
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) }
}

/** A list too long to be read, with neighbours of one kind joined, and if need be all of it; says whether it is whole. */
export function boundedClauses(clauses: readonly ClauseChange[]): {
  clauses: readonly ClauseChange[]
  isWhole: boolean
} {
  if (clauses.length <= MAX_LISTED) return { clauses, isWhole: true }
  const joined: ClauseChange[] = []
  for (const clause of clauses) {
    const last = joined.at(-1)
    if (last === undefined || last.kind !== clause.kind || clause.kind === 'changed' || clause.kind === 'moved') {
      joined.push(clause)
      continue
    }
    joined[joined.length - 1] = joinedChange(last, clause)
  }
  if (joined.length <= MAX_LISTED) return { clauses: joined, isWhole: false }
  const whole = joined.reduce(joinedChange)
  return { clauses: [{ ...whole, kind: 'changed', words: 'too-different' }], isWhole: false }
}

function joinedChange(first: ClauseChange, second: ClauseChange): ClauseChange {
  return {
    kind: first.kind,
    level: higherLevel(first.level, second.level),
    before: joinedSpan(first.before, second.before),
    after: joinedSpan(first.after, second.after),
    words: null,
  }
}
