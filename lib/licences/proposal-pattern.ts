import type { Json } from '#lib/shared/canonical-json.ts'
import type { TermKey } from './terms.ts'

/** One clause as the patterns read it: lower case, single blanks, plain quotation marks. */
export interface PatternClause {
  words: string
  /** The clause and the few after it, for what one sentence begins and the next ends. */
  wider: string
  /** The same as `wider`, letter for letter, in the case of the text: for names that are quoted. */
  cased: string
  /** The whole text in the same form. */
  all: string
}

/** Words by which a term is proposed. */
export interface ProposalPattern {
  /** Names the pattern where its proposal is shown. */
  name: string
  term: TermKey
  /** `medium` where the words are those of the trade; `low` where they only point that way. */
  confidence: 'medium' | 'low'
  when: RegExp
  /** Words that make it say something else. */
  unless?: RegExp
  /** The value, or what it is by the clause; null where the clause does not say it after all. */
  value: Json | ((clause: PatternClause, match: RegExpExecArray) => Json)
}

/** Words of a text in the form that patterns are written against. */
export function patternWords(text: string): string {
  return casedWords(text).toLowerCase()
}

/** The same words with their capitals. */
export function casedWords(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/[*_`\\#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
