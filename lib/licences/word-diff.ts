import { diffArrays } from 'diff'
import type { Token } from './normalise.ts'

export interface Span {
  start: number
  end: number
}

/** A run of words that stayed, came or went, with its places in the originals. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  before: Span | null
  after: Span | null
  words: readonly string[]
  /** Positions of the run's first word among the tokens of each side. */
  beforeAt: number
  afterAt: number
}

/** Words that may come and go before two clauses count as too different to compare word by word. */
export const MAX_WORD_EDITS = 200

function spanOf(tokens: readonly Token[], from: number, count: number): Span | null {
  const [first, last] = [tokens[from], tokens[from + count - 1]]
  return first && last ? { start: first.start, end: last.end } : null
}

/** The word-by-word difference of two clauses; null when they are too different for one to be worth reading. */
export function diffWordsOf(
  before: readonly Token[],
  after: readonly Token[],
  maxEdits: number = MAX_WORD_EDITS,
): WordRun[] | null {
  const parts = diffArrays(
    before.map((token) => token.word),
    after.map((token) => token.word),
    { maxEditLength: Math.min(maxEdits, MAX_WORD_EDITS) },
  )
  if (parts === undefined) return null
  let [beforeAt, afterAt] = [0, 0]
  return parts.map((part) => {
    const run: WordRun = {
      kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
      before: part.added ? null : spanOf(before, beforeAt, part.count),
      after: part.removed ? null : spanOf(after, afterAt, part.count),
      words: part.value,
      beforeAt,
      afterAt,
    }
    if (!part.added) beforeAt += part.count
    if (!part.removed) afterAt += part.count
    return run
  })
}

/** The same difference read from the later side; of words that were replaced, those that went stand first again. */
export function mirroredRuns(runs: readonly WordRun[]): WordRun[] {
  const other = { same: 'same', added: 'removed', removed: 'added' } as const
  const mirrored = runs.map(
    (run): WordRun => ({
      ...run,
      kind: other[run.kind],
      before: run.after,
      after: run.before,
      beforeAt: run.afterAt,
      afterAt: run.beforeAt,
    }),
  )
  for (let at = 1; at < mirrored.length; at++) {
    const [first, second] = [mirrored[at - 1], mirrored[at]]
    if (first?.kind !== 'added' || second?.kind !== 'removed') continue
    mirrored[at - 1] = { ...second, afterAt: first.afterAt }
    mirrored[at] = { ...first, beforeAt: second.beforeAt + second.words.length }
  }
  return mirrored
}
