import termsFile from './data/licence-terms.json' with { type: 'json' }
import { type TermKey, type TermsRow, termOf } from './terms.ts'

export interface ReadTerm {
  key: string
  question: string
  /** The value in words; null where nobody has read the term. */
  value: string | null
  section: string | null
  confidence: 'high' | 'medium' | 'low' | 'none'
  note: string | null
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join('; ')
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([name, part]) => `${name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()}: ${said(part)}`)
      .join('; ')
  }
  return String(value).replaceAll('_', ' ')
}

/** Every term of a licence as it was read, in the order of the questions. */
export function readTerms(row: TermsRow): ReadTerm[] {
  return termsFile.terms.map(({ key, question }) => {
    const cell = termOf(row, key as TermKey)
    return {
      key,
      question,
      value: cell.value === null ? null : said(cell.value),
      section: cell.section,
      confidence: cell.confidence,
      note: cell.note ?? null,
    }
  })
}
