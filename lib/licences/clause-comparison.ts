import { alignClauses, type ClausePair } from './clause-alignment.ts'
import { type Clause, clausesOfTokens } from './clauses.ts'
import { definingClauses } from './definitions.ts'
import { hasEnglishShare } from './english.ts'
import { identityWordsOf } from './identity-words.ts'
import type { ChangeLevel } from './licence-diff.ts'
import type { Token } from './normalise.ts'
import { isOperativeWord } from './operative-words.ts'
import { diffWordsOf, MAX_WORD_EDITS, mirroredRuns, type WordRun } from './word-diff.ts'

/** A text as it is compared: its clauses, which words only name it, which clauses define, and whether it is English. */
export interface CompareSide {
  clauses: readonly Clause[]
  identity: ReadonlySet<Token>
  defining: ReadonlySet<Clause>
  isEnglish: boolean
}

/** A short text is not taken for English here: what is said of its words would rest on nothing. */
const TEXT_SHARE = 0.15

/** Reads a text for comparison. */
export function sideOf(text: string, tokens: readonly Token[]): CompareSide {
  const clauses = clausesOfTokens(tokens)
  return {
    clauses,
    identity: identityWordsOf(text, clauses),
    defining: definingClauses(text, clauses),
    isEnglish: hasEnglishShare(
      tokens.map((token) => token.word),
      TEXT_SHARE,
    ),
  }
}

export interface PairComparison extends ClausePair {
  level: ChangeLevel
  words: readonly WordRun[] | 'too-different' | null
}

export interface ComparedPairs {
  pairs: readonly PairComparison[]
  isComplete: boolean
}

/** Steps that all word-by-word comparisons of two texts may take together. */
const MAX_WORD_WORK = 2_000_000

/** Aligns two texts and compares the words of the clauses that were reworded, as long as that takes a bounded time. */
export function comparedPairs(before: CompareSide, after: CompareSide): ComparedPairs {
  const { pairs, isComplete } = alignClauses(before.clauses, after.clauses)
  let [left, isWhole] = [MAX_WORD_WORK, isComplete]
  const compared = pairs.flatMap((pair): PairComparison[] => {
    const [was, is] = [before.clauses[pair.before], after.clauses[pair.after]]
    if (was === undefined || is === undefined) return []
    if (pair.kind !== 'changed') return [{ ...pair, level: pair.kind === 'same' ? 'identical' : 'moved', words: null }]
    const words = left > 0 ? diffWordsOf(was.tokens, is.tokens) : null
    if (left <= 0) isWhole = false
    left -= stepsOf(words, was, is)
    if (words === null) return [{ ...pair, level: 'operative', words: 'too-different' }]
    const isDefining = before.defining.has(was) || after.defining.has(is)
    const gone = tokensOf(words, was, is)
    const telling = gone.filter((token) => !before.identity.has(token) && !after.identity.has(token))
    const level = levelOfWords(telling, isDefining)
    return [{ ...pair, level: level === 'identity' ? identityLevel(was, before, is, after) : level, words }]
  })
  return { pairs: compared, isComplete: isWhole }
}

function stepsOf(words: readonly WordRun[] | null, before: Clause, after: Clause): number {
  const length = before.tokens.length + after.tokens.length
  if (words === null) return Math.min(length, MAX_WORD_EDITS) ** 2 + length
  const edits = words.reduce((sum, run) => sum + (run.kind === 'same' ? 0 : run.words.length), 0)
  return edits ** 2 + length
}

function tokensOf(runs: readonly WordRun[], before: Clause, after: Clause): Token[] {
  return runs.flatMap((run) => {
    if (run.kind === 'removed') return before.tokens.slice(run.beforeAt, run.beforeAt + run.words.length)
    return run.kind === 'added' ? after.tokens.slice(run.afterAt, run.afterAt + run.words.length) : []
  })
}

function levelOfWords(telling: readonly Token[], isDefining: boolean): ChangeLevel {
  if (telling.length === 0) return 'identity'
  return isDefining || telling.some((token) => isOperativeWord(token.word)) ? 'operative' : 'wording'
}

const SHORTEST_FOREIGN = 8
const CLAUSE_SHARE = 0.05

/** What only names a text is told from the rest by English words: of another language nothing so small is said. */
function identityLevel(was: Clause, before: CompareSide, is: Clause, after: CompareSide): ChangeLevel {
  return isRead(was, before) && isRead(is, after) ? 'identity' : 'wording'
}

function isRead(clause: Clause, side: CompareSide): boolean {
  if (!side.isEnglish) return false
  const words = clause.tokens.map((token) => token.word)
  return words.length < SHORTEST_FOREIGN || hasEnglishShare(words, CLAUSE_SHARE) || words.every(isPlain)
}

/** Letters of the alphabet English is written in, figures and signs. */
function isPlain(word: string): boolean {
  return /^[\p{sc=Latin}\p{N}\p{S}\p{P}]+$/u.test(word)
}

/** What a clause that stands in one text alone says: no more than identity where all of it only names the text. */
export function loneLevel(clause: Clause, side: CompareSide): ChangeLevel {
  if (!clause.tokens.every((token) => side.identity.has(token))) return 'operative'
  return isRead(clause, side) ? 'identity' : 'wording'
}

/** The same pairs asked the other way round. */
export function mirroredPairs({ pairs, isComplete }: ComparedPairs): ComparedPairs {
  const mirrored = pairs.map((pair) => ({
    ...pair,
    before: pair.after,
    after: pair.before,
    words: Array.isArray(pair.words) ? mirroredRuns(pair.words) : pair.words,
  }))
  return { pairs: mirrored, isComplete }
}
