import { normaliseTokens, type Token } from './normalise.ts'
import type { Span } from './word-diff.ts'

type Told = { evidence: string | null; section: string | null }

/** Finds in a text where a term's own words stand, else where its section begins; null where neither is found. */
export function termPlaces(text: string): (term: Told) => Span | null {
  const tokens = normaliseTokens(text)
  return ({ evidence, section }) => {
    const quoted = evidence === null ? null : placeOfWords(tokens, evidence)
    if (quoted !== null) return quoted
    const first = (section ?? '').split(/[,;]/)[0]?.trim() ?? ''
    return first === '' ? null : placeOfSection(text, first)
  }
}

function placeOfWords(tokens: readonly Token[], quote: string): Span | null {
  const wanted = normaliseTokens(quote).map((token) => token.word)
  if (wanted.length === 0) return null
  for (let at = 0; at + wanted.length <= tokens.length; at++) {
    if (!wanted.every((word, step) => tokens[at + step]?.word === word)) continue
    const [first, last] = [tokens[at], tokens[at + wanted.length - 1]]
    if (first && last) return { start: first.start, end: last.end }
  }
  return null
}

/** `5.b` is looked for as a line that opens with 5, then the first one behind it that opens with b. */
function placeOfSection(text: string, section: string): Span | null {
  const whole = placeOfMark(text, section, 0)
  if (whole !== null) return whole
  const parts = section.match(/\d+|[a-z]+/gi) ?? []
  let found: Span | null = null
  for (const part of parts) {
    const next = placeOfMark(text, part, found?.end ?? 0)
    if (next === null) return found
    found = next
  }
  return found
}

function placeOfMark(text: string, mark: string, from: number): Span | null {
  const escaped = mark.replace(/[^\p{L}\p{N}]/gu, '\\$&')
  const line = new RegExp(
    `(?:^|\\n)[^\\p{L}\\p{N}\\n]{0,12}(?:(?:section|article)\\s)?${escaped}(?=\\\\?[.):\\s])`,
    'iu',
  )
  const match = line.exec(text.slice(from))
  if (match === null) return null
  const end = from + match.index + match[0].length
  return { start: end - mark.length, end }
}
