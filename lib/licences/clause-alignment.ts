import { diffArrays } from 'diff'
import { pairAlike } from './clause-likeness.ts'
import type { Clause } from './clauses.ts'
import { longestRise } from './longest-rise.ts'

export interface ClausePair {
  kind: 'same' | 'moved' | 'changed'
  before: number
  after: number
}

export interface ClauseAlignment {
  pairs: ClausePair[]
  /** False when the texts differ so much that not every alike clause was looked for: the rest stands as removed and added. */
  isComplete: boolean
}

/** Edits beyond which clauses are aligned by those that stand once in either text, which any two texts allow quickly. */
const MAX_CLAUSE_EDITS = 300

/** Pairs the clauses of two texts: the same in order, the same elsewhere, then the most alike. */
export function alignClauses(before: readonly Clause[], after: readonly Clause[]): ClauseAlignment {
  const [ofBefore, ofAfter] = [new Set(before.map((one) => one.key)), new Set(after.map((one) => one.key))]
  // Clauses of one text alone can stand in no common order: without them even unlike texts are few edits apart.
  const [left, right] = [placesIn(before, ofAfter), placesIn(after, ofBefore)]
  const same = alignInOrder(before, after, left, right)
  const moved = pairMoved(before, after, without(left, same, 'before'), without(right, same, 'after'))
  const paired = [...same, ...moved]
  const alike = pairAlike(
    before,
    after,
    without([...before.keys()], paired, 'before'),
    without([...after.keys()], paired, 'after'),
  )
  const changed = alike.pairs.map((pair): ClausePair => ({ kind: 'changed', ...pair }))
  return { pairs: [...paired, ...changed], isComplete: alike.isComplete }
}

function placesIn(clauses: readonly Clause[], keys: ReadonlySet<string>): number[] {
  return clauses.flatMap((clause, at) => (keys.has(clause.key) ? [at] : []))
}

function without(places: readonly number[], pairs: readonly ClausePair[], side: 'before' | 'after'): number[] {
  const taken = new Set(pairs.map((pair) => pair[side]))
  return places.filter((at) => !taken.has(at))
}

function alignInOrder(
  before: readonly Clause[],
  after: readonly Clause[],
  left: readonly number[],
  right: readonly number[],
): ClausePair[] {
  const keys = (clauses: readonly Clause[], places: readonly number[]) => places.map((at) => clauses[at]?.key ?? '')
  const parts = diffArrays(keys(before, left), keys(after, right), { maxEditLength: MAX_CLAUSE_EDITS })
  if (parts === undefined) return alignOnce(before, after, left, right)
  const pairs: ClausePair[] = []
  let [i, j] = [0, 0]
  for (const part of parts) {
    if (!part.added && !part.removed) {
      for (let at = 0; at < part.count; at++) pushSame(pairs, left[i + at], right[j + at])
    }
    if (!part.added) i += part.count
    if (!part.removed) j += part.count
  }
  return pairs
}

function pushSame(pairs: ClausePair[], before: number | undefined, after: number | undefined): void {
  if (before !== undefined && after !== undefined) pairs.push({ kind: 'same', before, after })
}

/** The longest common order of the clauses that stand exactly once in either text. */
function alignOnce(
  before: readonly Clause[],
  after: readonly Clause[],
  left: readonly number[],
  right: readonly number[],
): ClausePair[] {
  const [ofBefore, ofAfter] = [onlyPlaces(before, left), onlyPlaces(after, right)]
  const anchors = [...ofBefore].flatMap(([key, i]) => {
    const j = ofAfter.get(key)
    return i === null || j === undefined || j === null ? [] : [{ before: i, after: j }]
  })
  const kept = longestRise(anchors.map((anchor) => anchor.after))
  return kept.flatMap((at): ClausePair[] => {
    const anchor = anchors[at]
    return anchor === undefined ? [] : [{ kind: 'same', ...anchor }]
  })
}

function onlyPlaces(clauses: readonly Clause[], places: readonly number[]): Map<string, number | null> {
  const found = new Map<string, number | null>()
  for (const at of places) {
    const key = clauses[at]?.key ?? ''
    found.set(key, found.has(key) ? null : at)
  }
  return found
}

function pairMoved(
  before: readonly Clause[],
  after: readonly Clause[],
  left: readonly number[],
  right: readonly number[],
): ClausePair[] {
  const waiting = new Map<string, number[]>()
  for (const at of right.toReversed()) {
    const key = after[at]?.key ?? ''
    const list = waiting.get(key)
    if (list) list.push(at)
    else waiting.set(key, [at])
  }
  return left.flatMap((at): ClausePair[] => {
    const found = waiting.get(before[at]?.key ?? '')?.pop()
    return found === undefined ? [] : [{ kind: 'moved', before: at, after: found }]
  })
}
