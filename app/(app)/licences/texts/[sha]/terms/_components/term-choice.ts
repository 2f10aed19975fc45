import type { Json } from '#lib/shared/canonical-json.ts'

/** One term as the form asks it, prefilled from what lies on record. */
export interface TermChoice {
  term: string
  question: string
  type: 'enum' | 'list' | 'object'
  options: { value: string; label: string }[]
  /** What an answer in figures looks like; null where words are all there is. */
  shape: string | null
  /** Where the prefilled answer comes from, in words. */
  from: string
  /** The word, or the words of a list with line ends between them. */
  word: string
  /** The answer in figures, as JSON. */
  figures: string
  section: string
  words: string
  confidence: string
}

/** The word of a prefilled answer where it is one, else nothing. */
export function wordOf(value: Json): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(String).join('\n') : ''
}

/** The figures of a prefilled answer where it has some. */
export function figuresOf(value: Json): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value, null, 1) : ''
}
