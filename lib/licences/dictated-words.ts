import { sentenceAt } from './sentence-at.ts'

const QUOTES = '"“”„‟'
const LONGEST_QUOTE = 1_200

/** Where the words stand in the text, whatever quotes, emphasis and line ends they are set with; null where they do not. */
export function findWords(text: string, words: string): { start: number; end: number } | null {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((word) =>
      word
        .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll(/["“”„‟]/g, `[${QUOTES}]`)
        .replaceAll(/['‘’]/g, "['‘’]")
        .replaceAll('…', '[\\s\\S]{0,200}?'),
    )
  if (parts.length === 0 || parts[0] === '') return null
  const found = new RegExp(parts.join('[\\s*_]{1,12}'), 'i').exec(text)
  return found && { start: found.index, end: found.index + found[0].length }
}

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
export function quotationAround(text: string, place: { start: number; end: number }): string | null {
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
export function dictatedNotice(text: string, words: string): string | null {
  const place = findWords(text, words)
  return place && quotationAround(text, place)
}
