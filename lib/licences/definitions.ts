import type { Clause } from './clauses.ts'
import { isDefinition } from './operative-words.ts'

/** A term in quotation marks that the clause goes on to explain. */
const QUOTED_TERM =
  /["“”„«‘'*_]{1,4}\p{L}[^"“”„»’\n]{0,80}["“”»’'*_]{1,4}\s{0,3}(?:\([^)\n]{0,80}\)\s{0,3})?(?::|[-–—]\s|\b(?:is|are|was|includes?|including|shall|will|has|have|designates?|denotes?|describes?|covers?|comprises?|stands?)\b)/u
/** A term named in passing: (the "Model"), (collectively, "Output"). */
const NAMED_TERM = /\((?:[\p{L},]{1,20}\s{1,3}){0,6}["“”„«‘]\p{L}[^"“”»’\n]{0,80}["“”»’][^)\n]{0,80}\)/u
const HEADINGS: ReadonlySet<string> = new Set([
  'definitions',
  'definition',
  'defined terms',
  'certain definitions',
  'definitions and interpretation',
  'interpretation',
  'terms and definitions',
])
const ENDS_SENTENCE = /[.!?]/
const TOP_NUMBER = /(?:^|\n)[^\p{L}\p{N}\n]{0,8}(?:section |article |clause )?(\d{1,2})[.)](?!\d)/iu
const HEADING_MARK = /(?:^|\n)\s{0,3}#{1,6}\s/

/**
 * Which clauses say what a term means: by their own words, as an item of such a clause, or under a heading of definitions.
 * What a definition covers decides what every other clause covers.
 */
export function definingClauses(text: string, clauses: readonly Clause[]): ReadonlySet<Clause> {
  const defining = new Set<Clause>()
  let isInside = false
  let section: { number: string | null } | null = null
  clauses.forEach((clause, at) => {
    const lead = text.slice(at === 0 ? 0 : (clauses[at - 1]?.end ?? 0), clause.start)
    if (section !== null && opensAnother(section, lead)) section = null
    // An item of a list goes on with the sentence that opened it: `means all (i) copies, (ii) parts`.
    isInside = (isInside && !ENDS_SENTENCE.test(sentenceEndOf(lead))) || explainsTerm(text, clause, lead)
    if (isInside || section !== null) defining.add(clause)
    if (HEADINGS.has(clause.key)) section = { number: TOP_NUMBER.exec(lead)?.[1] ?? null }
  })
  return defining
}

/** What stands between two clauses without the number that opens the later one. */
function sentenceEndOf(lead: string): string {
  return /^[^\s]*/.exec(lead)?.[0] ?? ''
}

function opensAnother(section: { number: string | null }, lead: string): boolean {
  const number = TOP_NUMBER.exec(lead)?.[1]
  if (section.number !== null) return number !== undefined && number !== section.number
  return HEADING_MARK.test(lead)
}

function explainsTerm(text: string, clause: Clause, lead: string): boolean {
  if (isDefinition(clause.tokens.map((token) => token.word))) return true
  // The opening quotation mark stands before the first word.
  const quote = /["“„«‘'*_]{1,4}$/.exec(lead)?.[0] ?? ''
  const closing = /^\S*/.exec(text.slice(clause.end, clause.end + 16))?.[0] ?? ''
  const said = `${quote}${text.slice(clause.start, clause.end)}${closing}`.slice(0, 2_000)
  return QUOTED_TERM.test(said) || NAMED_TERM.test(said)
}
