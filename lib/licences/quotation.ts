/** A run of a text, end not included. */
export interface Span {
  start: number
  end: number
}

/** The letters of a text as a quotation is compared, with where each stood. */
export interface PlainText {
  words: string
  at: readonly number[]
  /** Length of the original. */
  length: number
}

const DROPPED = /[\\*_#>"'“”‘’`«»\u00ad\u200b-\u200d\ufeff]/
const DASH = /[‐‑‒–—―]/

/** Reads a text for finding quotations: case, white space, quotation marks, dashes and Markdown marks no longer differ. */
export function plainText(text: string): PlainText {
  const at: number[] = []
  let words = ''
  let isSpaced = true
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? ''
    if (DROPPED.test(letter)) continue
    if (/\s/.test(letter)) {
      if (!isSpaced) {
        words += ' '
        at.push(index)
      }
      isSpaced = true
      continue
    }
    const lower = letter.toLowerCase()
    words += DASH.test(letter) ? '-' : lower.length === 1 ? lower : letter
    at.push(index)
    isSpaced = false
  }
  return { words, at, length: text.length }
}

const LONGEST_GAP = 600
const MOST_PLACES = 500

function spanAt(text: PlainText, from: number, to: number): Span {
  const last = text.at[to - 1] ?? 0
  return { start: text.at[from] ?? 0, end: last + 1 }
}

function occurrences(text: PlainText, fragments: readonly string[]): Span[] {
  const [first = '', ...rest] = fragments
  const found: Span[] = []
  if (first === '') return found
  for (let from = text.words.indexOf(first); from !== -1; from = text.words.indexOf(first, from + 1)) {
    if (found.length === MOST_PLACES) break
    let to = from + first.length
    const isWhole = rest.every((fragment) => {
      // Looked for no further than words may be left out: a word that stands everywhere must not scan the text each time.
      const next = text.words.slice(to, to + LONGEST_GAP + fragment.length).indexOf(fragment)
      if (next === -1) return false
      to += next + fragment.length
      return true
    })
    if (isWhole) found.push(spanAt(text, from, to))
  }
  return found
}

/**
 * Where a quotation stands, the place inside `within` first where it stands more than once; `…` in it stands for words left
 * out. Null where it does not stand there.
 */
export function findQuotation(text: PlainText, quotation: string, within: Span | null = null): Span | null {
  const fragments = quotation
    .split(/…|\.{3}/)
    .map((fragment) => plainText(fragment).words.trim())
    .filter((fragment) => fragment !== '')
  const found = occurrences(text, fragments)
  const inside = within && found.find((one) => one.start >= within.start && one.end <= within.end)
  return inside ?? found[0] ?? null
}
