import { findQuotation, type PlainText, plainText, type Span } from './quotation.ts'
import { sentenceAt } from './sentence-at.ts'

const LONGEST_QUOTE = 1_200

function unwrapped(quote: string): string {
  return quote.replaceAll(/\s+/g, ' ').trim()
}

/** Where a quotation that opens here ends; -1 where it does not. Curly quotes may hold others. */
function closingQuote(text: string, open: number): number {
  const isCurly = text[open] === '“'
  let depth = 0
  for (let at = open + 1; at < Math.min(text.length, open + LONGEST_QUOTE); at++) {
    const mark = text[at]
    if (mark === '“' && isCurly) depth++
    else if (mark === '”' && depth > 0) depth--
    else if (mark === '”' || (mark === '"' && !isCurly)) return at
  }
  return -1
}

/** The quotation around a place of the text, without its marks; null where it stands in none. */
export function quotationAround(text: string, place: Span): string | null {
  const { start: sentenceStart } = sentenceAt(text, place.start)
  for (let at = sentenceStart; at < place.start; at++) {
    if (text[at] !== '"' && text[at] !== '“') continue
    const close = closingQuote(text, at)
    if (close === -1) return null
    if (close >= place.end) return unwrapped(text.slice(at + 1, close))
    at = close
  }
  return null
}

/** What is quoted within the words themselves, such as a label that has to be shown. */
export function quotationsIn(words: string): string[] {
  return [...words.matchAll(/["“]([^"“”]{2,200})["”]/g)].map(([, quoted]) => unwrapped(quoted ?? ''))
}

/** The notice that a text dictates word for word, found by some of its words; null where it does not stand there as a quotation. */
export function dictatedNotice(text: string, words: string, plain: PlainText = plainText(text)): string | null {
  const place = findQuotation(plain, words)
  return place && quotationAround(text, place)
}
