import { alignClauses, type Clause, type ClauseAlignment, clausesOf } from './clauses.ts'
import { identityWordsOf } from './identity-words.ts'
import { normaliseTokens, type Token } from './normalise.ts'
import { isDefinition, isOperativeWord } from './operative-words.ts'
import { diffWordsOf, type Span, type WordRun } from './word-diff.ts'

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

interface Side {
  clauses: readonly Clause[]
  identity: ReadonlySet<Token>
}

function sideOf(text: string): Side {
  const clauses = clausesOf(text)
  return { clauses, identity: identityWordsOf(text, clauses) }
}

function levelOfWords(changed: readonly Token[], identity: ReadonlySet<Token>, isDefining: boolean): ChangeLevel {
  const telling = changed.filter((token) => !identity.has(token))
  if (telling.length === 0) return changed.length === 0 ? 'moved' : 'identity'
  return isDefining || telling.some((token) => isOperativeWord(token.word)) ? 'operative' : 'wording'
}

function changedTokens(runs: readonly WordRun[], before: Clause, after: Clause): Token[] {
  return runs.flatMap((run) => {
    if (run.kind === 'removed') return before.tokens.slice(run.beforeAt, run.beforeAt + run.words.length)
    return run.kind === 'added' ? after.tokens.slice(run.afterAt, run.afterAt + run.words.length) : []
  })
}

function flip(runs: readonly WordRun[]): WordRun[] {
  const other = { same: 'same', added: 'removed', removed: 'added' } as const
  return runs.map((run) => ({
    ...run,
    kind: other[run.kind],
    before: run.after,
    after: run.before,
    beforeAt: run.afterAt,
    afterAt: run.beforeAt,
  }))
}

function spanOf(clause: Clause): Span {
  return { start: clause.start, end: clause.end }
}

function changedClause(before: Clause, after: Clause, identity: ReadonlySet<Token>): ClauseChange {
  // One direction for both ways of asking, or the level could depend on which of two equal edits is found.
  const isForward = before.key <= after.key
  const found = isForward ? diffWordsOf(before.tokens, after.tokens) : diffWordsOf(after.tokens, before.tokens)
  const place = { before: spanOf(before), after: spanOf(after) }
  if (found === null) return { kind: 'changed', level: 'operative', ...place, words: 'too-different' }
  const words = isForward ? found : flip(found)
  const isDefining = [before, after].some((clause) => isDefinition(clause.tokens.map((token) => token.word)))
  const level = levelOfWords(changedTokens(words, before, after), identity, isDefining)
  return { kind: 'changed', level, ...place, words }
}

function loneClause(kind: 'added' | 'removed', clause: Clause, identity: ReadonlySet<Token>): ClauseChange {
  const isIdentity = clause.tokens.every((token) => identity.has(token))
  const span = spanOf(clause)
  const place = kind === 'added' ? { before: null, after: span } : { before: span, after: null }
  return { kind, level: isIdentity ? 'identity' : 'operative', ...place, words: null }
}

function align(before: readonly Clause[], after: readonly Clause[], isForward: boolean): ClauseAlignment {
  if (isForward) return alignClauses(before, after)
  const { pairs, isComplete } = alignClauses(after, before)
  return { pairs: pairs.map((pair) => ({ ...pair, before: pair.after, after: pair.before })), isComplete }
}

function changesOf(before: Side, after: Side, { pairs }: ClauseAlignment): ClauseChange[] {
  const identity = new Set([...before.identity, ...after.identity])
  const ofBefore = new Map(pairs.map((pair) => [pair.before, pair]))
  const ofAfter = new Map(pairs.map((pair) => [pair.after, pair]))
  const changes: ClauseChange[] = []
  let shown = 0
  const showRemovedUpTo = (end: number) => {
    for (; shown < end; shown++) {
      const clause = before.clauses[shown]
      if (clause && !ofBefore.has(shown)) changes.push(loneClause('removed', clause, identity))
    }
  }
  after.clauses.forEach((clause, at) => {
    const pair = ofAfter.get(at)
    const earlier = pair && before.clauses[pair.before]
    if (!pair || !earlier) {
      changes.push(loneClause('added', clause, identity))
      return
    }
    if (pair.kind !== 'moved') showRemovedUpTo(pair.before)
    if (pair.kind === 'changed') changes.push(changedClause(earlier, clause, identity))
    else {
      const level = pair.kind === 'same' ? 'identical' : 'moved'
      changes.push({ kind: pair.kind, level, before: spanOf(earlier), after: spanOf(clause), words: null })
    }
  })
  showRemovedUpTo(before.clauses.length)
  return changes
}

function isReplaced({ beforeId, afterId }: KnownIds): boolean {
  return beforeId !== null && afterId !== null && beforeId !== afterId
}

/** What differs between two texts, clause by clause, at the highest level that was shown; never what it means in law. */
export function compareTexts(before: string, after: string, known?: KnownIds): TextComparison {
  if (before === after) return { level: 'identical', clauses: [], isComplete: true }
  const [earlier, later] = [before, after].map((text) =>
    normaliseTokens(text)
      .map((token) => token.word)
      .join(' '),
  )
  if (earlier === later) return { level: 'typography', clauses: [], isComplete: true }
  const [from, to] = [sideOf(before), sideOf(after)]
  const alignment = align(from.clauses, to.clauses, before < after)
  const clauses = changesOf(from, to, alignment)
  // Words differ or stand elsewhere: a split that moved with the layout is never less than moved.
  const shown = clauses.reduce<ChangeLevel>((level, clause) => higherLevel(level, clause.level), 'moved')
  return { level: known && isReplaced(known) ? 'replaced' : shown, clauses, isComplete: alignment.isComplete }
}
