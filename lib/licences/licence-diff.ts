import { comparedPairs, mirroredPairs, sideOf } from './clause-comparison.ts'
import { boundedClauses, listClauses } from './listed-clauses.ts'
import { normaliseTokens, type Token } from './normalise.ts'
import type { Span, WordRun } from './word-diff.ts'

/** What was shown about a change, from least to most; never what it means in law. */
export const CHANGE_LEVELS = [
  'identical',
  'typography',
  'moved',
  'identity',
  'wording',
  'operative',
  'replaced',
] as const
export type ChangeLevel = (typeof CHANGE_LEVELS)[number]

export interface ClauseChange {
  kind: 'same' | 'moved' | 'changed' | 'added' | 'removed'
  level: ChangeLevel
  before: Span | null
  after: Span | null
  /** Word by word for a changed clause; `too-different` where that would not be worth reading; else null. */
  words: readonly WordRun[] | 'too-different' | null
}

export interface TextComparison {
  level: ChangeLevel
  /** In the order of the later text, each removed clause where it stood; empty when only layout can differ. */
  clauses: readonly ClauseChange[]
  /** False when the texts were too different to look for alike clauses: the rest stands as removed and added. */
  isComplete: boolean
}

export interface KnownIds {
  beforeId: string | null
  afterId: string | null
}

/** The more telling of two levels. */
export function higherLevel(first: ChangeLevel, second: ChangeLevel): ChangeLevel {
  return CHANGE_LEVELS.indexOf(first) >= CHANGE_LEVELS.indexOf(second) ? first : second
}

function sameWords(before: readonly Token[], after: readonly Token[]): boolean {
  return before.length === after.length && before.every((token, at) => token.word === after[at]?.word)
}

/** Less of either text in common than this, and two licences are not one that was changed. */
const LEAST_IN_COMMON = 0.2

/** Whether another licence stands here: known by another id, and not mostly the text that was. Versions of one licence are both. */
function isReplaced({ beforeId, afterId }: KnownIds, clauses: readonly ClauseChange[]): boolean {
  if (beforeId === null || afterId === null || beforeId === afterId) return false
  return Math.min(shareInCommon(clauses, 'before'), shareInCommon(clauses, 'after')) < LEAST_IN_COMMON
}

/** How much of one side has a clause like it on the other, 0 to 1. */
function shareInCommon(clauses: readonly ClauseChange[], side: 'before' | 'after'): number {
  let [common, all] = [0, 0]
  for (const { kind, [side]: span } of clauses) {
    const size = span === null ? 0 : span.end - span.start
    all += size
    if (kind !== 'added' && kind !== 'removed') common += size
  }
  return all === 0 ? 0 : common / all
}

/**
 * What differs between two texts, clause by clause, at the highest level that was shown; never what it means in law. Asked the
 * other way round, every answer is the mirror of this one.
 */
export function compareTexts(before: string, after: string, known?: KnownIds): TextComparison {
  if (before === after) return { level: 'identical', clauses: [], isComplete: true }
  const [earlier, later] = [normaliseTokens(before), normaliseTokens(after)]
  if (sameWords(earlier, later)) return { level: 'typography', clauses: [], isComplete: true }
  const [from, to] = [sideOf(before, earlier), sideOf(after, later)]
  // One direction for both ways of asking, or the answer could depend on which of two equal alignments is found.
  const compared = before < after ? comparedPairs(from, to) : mirroredPairs(comparedPairs(to, from))
  const listed = listClauses(from, to, compared.pairs)
  // Words differ or stand elsewhere: a split that moved with the layout is never less than moved.
  const shown = listed.reduce<ChangeLevel>((level, clause) => higherLevel(level, clause.level), 'moved')
  const { clauses, isWhole } = boundedClauses(listed)
  return {
    level: known && isReplaced(known, listed) ? 'replaced' : shown,
    clauses,
    isComplete: compared.isComplete && isWhole,
  }
}
