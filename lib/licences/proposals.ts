import type { Json } from '#lib/shared/canonical-json.ts'
import { clausesOf } from './clauses.ts'
import { casedWords, type PatternClause, type ProposalPattern, patternWords } from './proposal-pattern.ts'
import { LAW_PATTERNS } from './proposal-patterns-law.ts'
import { REDISTRIBUTION_PATTERNS, SHARING_PATTERNS } from './proposal-patterns-sharing.ts'
import { USE_PATTERNS } from './proposal-patterns-use.ts'
import { outlined, sectionAt } from './section-place.ts'
import type { TermKey } from './terms.ts'

/** Names the patterns: a proposal cites it, and newer ones may propose anew. */
export const PROPOSALS_VERSION = 'patterns-1'

/** What a pattern reads in a text: it decides nothing until a person confirms it. */
export interface TermProposal {
  term: TermKey
  value: Json
  /** The words it rests on, with their place. */
  sentence: string
  start: number
  end: number
  section: string | null
  confidence: 'medium' | 'low'
  pattern: string
}

interface PlacedClause extends PatternClause {
  start: number
  end: number
}

/** Beyond this nothing is proposed: the longest known licence has a quarter of it. */
const MOST_READ = 200_000
const LONGEST_CLAUSE = 6_000
const MOST_CLAUSES = 4_000
const WIDER = 3
const PATTERNS: readonly ProposalPattern[] = [...USE_PATTERNS, ...SHARING_PATTERNS, ...LAW_PATTERNS]

function readClauses(text: string): PlacedClause[] {
  const all = patternWords(text)
  const clauses = clausesOf(text).slice(0, MOST_CLAUSES)
  const cased = clauses.map(({ start, end }) =>
    casedWords(text.slice(start, Math.min(end + 1, start + LONGEST_CLAUSE))),
  )
  const words = cased.map((one) => one.toLowerCase())
  return clauses.map(({ start, end }, at) => ({
    words: words[at] ?? '',
    wider: words.slice(at, at + WIDER).join(' '),
    cased: cased.slice(at, at + WIDER).join(' '),
    all,
    start,
    end,
  }))
}

function proposedBy(
  pattern: ProposalPattern,
  clauses: readonly PlacedClause[],
): { clause: PlacedClause; value: Json } | null {
  for (const clause of clauses) {
    const match = pattern.when.exec(clause.words)
    if (!match || pattern.unless?.test(clause.words)) continue
    const value = typeof pattern.value === 'function' ? pattern.value(clause, match) : pattern.value
    if (value !== null) return { clause, value }
  }
  return null
}

/**
 * What stated patterns read in a text, one proposal per term at most, each with the sentence it rests on, its place, how surely
 * the words say so, and the pattern's name. Silence is never proposed: that no pattern fits shows nothing.
 */
export function proposeTerms(whole: string): TermProposal[] {
  const text = whole.slice(0, MOST_READ)
  const clauses = readClauses(text)
  const outline = outlined(text)
  const found = new Map<TermKey, TermProposal>()
  const propose = (
    term: TermKey,
    clause: PlacedClause,
    rest: Pick<TermProposal, 'value' | 'confidence' | 'pattern'>,
  ) => {
    const { start, end } = clause
    const sentence = text.slice(start, end)
    found.set(term, { term, sentence, start, end, section: sectionAt(outline, start), ...rest })
  }
  for (const pattern of PATTERNS) {
    // Patterns of a term stand in the order of how telling they are.
    if (found.has(pattern.term)) continue
    const hit = proposedBy(pattern, clauses)
    if (hit)
      propose(pattern.term, hit.clause, { value: hit.value, confidence: pattern.confidence, pattern: pattern.name })
  }
  const conditions = REDISTRIBUTION_PATTERNS.flatMap(({ word, when, unless }) => {
    const clause = clauses.find(({ words }) => when.test(words) && !unless?.test(words))
    return clause ? [{ word, clause }] : []
  })
  const [first] = conditions
  if (first) {
    const value = conditions.map((one) => one.word)
    propose('redistribution', first.clause, { value, confidence: 'low', pattern: 'conditions on handing copies on' })
  }
  return [...found.values()]
}
