import { diffArrays } from 'diff'
import { normaliseTokens, type Token } from './normalise.ts'

/** A numbered item, a sentence or a heading: the piece in which texts are compared. */
export interface Clause {
  tokens: readonly Token[]
  /** Its normalised words: equal keys are the same clause. */
  key: string
  /** Place in the original text. */
  start: number
  end: number
}

/** Splits a text into clauses on its normalised words, so that reflowing it cannot change the split. */
export function clausesOf(text: string): Clause[] {
  const groups: Token[][] = []
  for (const token of normaliseTokens(text)) {
    const group = groups.at(-1)
    if (group === undefined || token.isClauseStart) groups.push([token])
    else group.push(token)
  }
  return groups.map((tokens) => ({
    tokens,
    key: tokens.map((token) => token.word).join(' '),
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
  }))
}

export interface ClausePair {
  kind: 'same' | 'moved' | 'changed'
  before: number
  after: number
}

/** Edits beyond which clauses are no longer aligned in order, and work beyond which likeness is no longer sought. */
const MAX_CLAUSE_EDITS = 1_000
const MAX_LIKENESS_WORK = 12_000_000
const LEAST_OVERLAP = 0.5

function alignInOrder(before: readonly Clause[], after: readonly Clause[]): ClausePair[] {
  const parts = diffArrays(
    before.map((clause) => clause.key),
    after.map((clause) => clause.key),
    { maxEditLength: MAX_CLAUSE_EDITS },
  )
  const pairs: ClausePair[] = []
  let [i, j] = [0, 0]
  for (const part of parts ?? []) {
    if (!part.added && !part.removed) {
      for (let at = 0; at < part.count; at++) pairs.push({ kind: 'same', before: i + at, after: j + at })
    }
    if (!part.added) i += part.count
    if (!part.removed) j += part.count
  }
  return pairs
}

/** Positions not yet paired. */
function rest(count: number, paired: Iterable<number>): number[] {
  const taken = new Set(paired)
  return Array.from({ length: count }, (_, at) => at).filter((at) => !taken.has(at))
}

function pairMoved(before: readonly Clause[], after: readonly Clause[], left: number[], right: number[]): ClausePair[] {
  const waiting = new Map<string, number[]>()
  for (const at of right.toReversed()) {
    const key = after[at]?.key ?? ''
    const list = waiting.get(key)
    if (list) list.push(at)
    else waiting.set(key, [at])
  }
  return left.flatMap((at) => {
    const found = waiting.get(before[at]?.key ?? '')?.pop()
    return found === undefined ? [] : [{ kind: 'moved', before: at, after: found } satisfies ClausePair]
  })
}

function overlap(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const [small, large] = first.size < second.size ? [first, second] : [second, first]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return (2 * shared) / (first.size + second.size)
}

function pairAlike(
  before: readonly Clause[],
  after: readonly Clause[],
  left: number[],
  right: number[],
): ClausePair[] | null {
  const wordsOf = (clauses: readonly Clause[], at: number) => new Set(clauses[at]?.tokens.map((token) => token.word))
  const leftWords = left.map((at) => wordsOf(before, at))
  const rightWords = right.map((at) => wordsOf(after, at))
  const work = leftWords.reduce((sum, words) => sum + words.size, 0) * right.length
  if (work > MAX_LIKENESS_WORK) return null
  const likely: (ClausePair & { likeness: number })[] = []
  left.forEach((i, li) => {
    right.forEach((j, rj) => {
      const likeness = overlap(leftWords[li] ?? new Set(), rightWords[rj] ?? new Set())
      if (likeness >= LEAST_OVERLAP) likely.push({ kind: 'changed', before: i, after: j, likeness })
    })
  })
  likely.sort((a, b) => b.likeness - a.likeness || Math.abs(a.before - a.after) - Math.abs(b.before - b.after))
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()]
  return likely.flatMap(({ kind, before: i, after: j }) => {
    if (usedBefore.has(i) || usedAfter.has(j)) return []
    usedBefore.add(i)
    usedAfter.add(j)
    return [{ kind, before: i, after: j }]
  })
}

export interface ClauseAlignment {
  pairs: ClausePair[]
  /** False when the texts differ so much that alike clauses were not looked for: the rest stands as removed and added. */
  isComplete: boolean
}

/** Pairs the clauses of two texts: the same in order, the same elsewhere, then the most alike. */
export function alignClauses(before: readonly Clause[], after: readonly Clause[]): ClauseAlignment {
  const same = alignInOrder(before, after)
  const left = rest(
    before.length,
    same.map((pair) => pair.before),
  )
  const right = rest(
    after.length,
    same.map((pair) => pair.after),
  )
  const moved = pairMoved(before, after, left, right)
  const [movedBefore, movedAfter] = [new Set(moved.map((one) => one.before)), new Set(moved.map((one) => one.after))]
  const changed = pairAlike(
    before,
    after,
    left.filter((at) => !movedBefore.has(at)),
    right.filter((at) => !movedAfter.has(at)),
  )
  return { pairs: [...same, ...moved, ...(changed ?? [])], isComplete: changed !== null }
}
