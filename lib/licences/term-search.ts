import termsFile from './data/licence-terms.json' with { type: 'json' }
import { findTermsFor, type TermCell } from './terms.ts'

/** A term with the values a licence may have for it. */
export interface TermChoice {
  key: string
  question: string
  values: { value: string; says: string }[]
}

const CHOICES: readonly TermChoice[] = termsFile.terms.map(({ key, question, values }) => ({
  key,
  question,
  values: Object.entries(values).map(([value, meaning]) => ({
    value,
    says:
      value === 'object'
        ? 'yes, under stated conditions'
        : `${value.replaceAll('_', ' ')}${meaning ? `: ${meaning}` : ''}`,
  })),
}))

const KEYS: ReadonlySet<string> = new Set(CHOICES.map((choice) => choice.key))

/** Every term that licences are read for, in the order of the questions. */
export function termChoices(): readonly TermChoice[] {
  return CHOICES
}

/** Whether a text names a term. */
export function isTermKey(text: string): boolean {
  return KEYS.has(text)
}

/** What a licence, or a text that a person has read, says on a term that was asked for. */
export interface TermSaid {
  /** Null for a text that is no known licence. */
  licenceId: string | null
  term: string
  cell: TermCell
  /** Who concluded it; null where it is the machine's reading. */
  by: string | null
}

/** What the shipped reading of a licence says on a term. */
export interface ShippedTerm extends TermSaid {
  licenceId: string
}

/** The licences whose terms, as they were read, say this of a term; without a value those that were read for it at all. */
export function licencesSaying(term: string, value: string | undefined): ShippedTerm[] {
  return termsFile.licences.flatMap(({ id }) => {
    const row = findTermsFor(id, 'MATCH')
    const cell = row?.terms[term]
    if (!row || cell === undefined || cell.value === null) return []
    return value === undefined || doesSay(cell.value, value) ? [{ licenceId: id, term, cell, by: null }] : []
  })
}

/** A list says each of its entries; an object says `object`, its kind of effect and each part that is set. */
export function doesSay(said: TermCell['value'], value: string): boolean {
  if (typeof said === 'string') return said === value
  if (Array.isArray(said)) return said.includes(value)
  if (said === null) return false
  return value === 'object' || said['effect'] === value || (Object.hasOwn(said, value) && said[value] !== null)
}
