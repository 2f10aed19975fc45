import type { Clause } from './clauses.ts'
import type { Token } from './normalise.ts'
import { isDefinition, isOperativeWord } from './operative-words.ts'
import { titleWords } from './title.ts'

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const LONGEST_NOTICE = 30
const LONGEST_DATE_LINE = 12
const DATE_LABELS = new Set([
  'date',
  'dated',
  'version',
  'v',
  'release',
  'updated',
  'modified',
  'last',
  'effective',
  'revision',
])
const ISO_DATE = /^\W{0,4}\d{4}-\d{1,2}-\d{1,2}\W{0,4}$/

/** A figure opens with one: asked first, since most words of a text do not. */
function opensWithFigure(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 48 && code <= 57
}

function isDay(word: string | undefined): boolean {
  return word !== undefined && opensWithFigure(word) && /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word)
}

function isYear(word: string | undefined): boolean {
  return word !== undefined && opensWithFigure(word) && /^(?:19|20)\d\d$/.test(word)
}

function isAddress(chunk: string): boolean {
  if (chunk.includes('://') || chunk.includes('www.')) return true
  return chunk.includes('@') && /^[^@]{1,80}@[^@]{1,80}\.[^@]{1,20}$/.test(chunk)
}

/** Places of a text that hold a web or mail address or a machine's date; only ASCII, so that no sentence hides in one. */
function addressesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const match of text.matchAll(/[!-~]+/g)) {
    const chunk = match[0]
    if (chunk.length < 6 || (!isAddress(chunk) && !ISO_DATE.test(chunk))) continue
    found.push({ start: match.index, end: match.index + chunk.length })
  }
  return found
}

function isMonthAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (!MONTHS.has(word)) return false
  const [previous, next, afterNext] = [tokens[at - 1]?.word, tokens[at + 1]?.word, tokens[at + 2]?.word]
  // "may" is a month only inside a whole date: anywhere else it grants something.
  if (word === 'may') return isYear(next) || (isDay(next) && isYear(afterNext))
  return isYear(next) || isDay(next) || isDay(previous)
}

function isDateWord(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word
  if (isMonthAt(tokens, at)) return true
  if (isDay(word)) return isMonthAt(tokens, at - 1) || isMonthAt(tokens, at + 1)
  if (!isYear(word)) return false
  return (
    isMonthAt(tokens, at - 1) ||
    (isDay(tokens[at - 1]?.word) && isMonthAt(tokens, at - 2)) ||
    tokens[at - 1]?.word === 'copyright'
  )
}

function isVersionWord(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (!word.includes('.')) return false
  const previous = tokens[at - 1]?.word ?? ''
  return /^v?\d{1,2}(?:\.\d{1,2}){1,2}$/.test(word) && (previous === 'version' || previous === 'v')
}

function isNotice(clause: Clause): boolean {
  const [first, ...others] = clause.tokens.map((token) => token.word)
  if (first !== 'copyright' || others.length > LONGEST_NOTICE) return false
  return others.every(
    (word) => isYear(word) || word === 'all' || word === 'rights' || word === 'and' || !isOperativeWord(word),
  )
}

function isDateLine(clause: Clause, at: number): boolean {
  const word = clause.tokens[at]?.word ?? ''
  if (clause.tokens.length > LONGEST_DATE_LINE || !DATE_LABELS.has(word)) return false
  if (isDefinition(clause.tokens.map((token) => token.word))) return false
  return clause.tokens.some((_, place) => isDateWord(clause.tokens, place))
}

/** Says of a text's clauses which words only name, date or address it: title, notices, dates, version words, links. */
export function identityWordsOf(text: string, clauses: readonly Clause[]): ReadonlySet<Token> {
  const identity = new Set<Token>()
  const addresses = addressesOf(text)
  let titleLeft = titleWords(text).length
  let next = 0
  for (const clause of clauses) {
    const isAllIdentity = isNotice(clause)
    clause.tokens.forEach((token, at) => {
      while ((addresses[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++
      const isInAddress = token.start >= (addresses[next]?.start ?? Number.POSITIVE_INFINITY)
      const isTitle = !isAllIdentity && titleLeft-- > 0
      const { tokens } = clause
      if (
        isAllIdentity ||
        isInAddress ||
        isTitle ||
        isDateWord(tokens, at) ||
        isVersionWord(tokens, at) ||
        isDateLine(clause, at)
      ) {
        identity.add(token)
      }
    })
  }
  return identity
}
