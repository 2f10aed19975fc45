import { type ReadTerm, readTerms } from './term-questions.ts'
import type { ReadTerms } from './terms.ts'

/** One term that two texts answer differently, or that was read in one of them alone. */
export interface TermDifference {
  key: string
  question: string
  before: ReadTerm
  after: ReadTerm
  /** `unread` where one side was not read: then nobody knows whether it differs. */
  kind: 'differs' | 'unread'
}

/**
 * Which terms two readings answer differently, in the order of the questions and those read on one side alone last. Of two
 * texts that match the same shipped row, and that nobody has corrected, no term differs.
 */
export function termDifferences(before: ReadTerms, after: ReadTerms): TermDifference[] {
  const later = new Map(readTerms(after).map((term) => [term.key, term]))
  const found = readTerms(before).flatMap((earlier): TermDifference[] => {
    const now = later.get(earlier.key)
    if (now === undefined) return []
    const { key, question } = earlier
    if (!isRead(earlier) || !isRead(now)) {
      return isRead(earlier) || isRead(now) ? [{ key, question, before: earlier, after: now, kind: 'unread' }] : []
    }
    const isSame = isSameValue(before.terms[key]?.value, after.terms[key]?.value)
    return isSame ? [] : [{ key, question, before: earlier, after: now, kind: 'differs' }]
  })
  return [...found.filter((one) => one.kind === 'differs'), ...found.filter((one) => one.kind === 'unread')]
}

function isRead(term: ReadTerm): boolean {
  return term.value !== null && term.confidence !== 'none'
}

/** Equal values, whatever the order in which the parts of one or the items of a list were written down. */
function isSameValue(first: unknown, second: unknown): boolean {
  return canonical(first) === canonical(second)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`)
    .sort()
    .join()}}`
}
