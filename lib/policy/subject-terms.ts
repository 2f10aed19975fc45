import { type TermsRow, termOf } from '#lib/licences/terms.ts'
import { COMMERCIAL_USES, type Subject } from './subject.ts'

/** What a rule may read of a licence's terms; a value we do not know the meaning of counts as not read. */
export function subjectTerms(row: TermsRow | null): Subject['terms'] {
  if (row === null) return null
  const { value, section, confidence } = termOf(row, 'commercial_use')
  const known = COMMERCIAL_USES.find((use) => use === value)
  if (known === undefined) return { commercialUse: { value: null, section, confidence: 'none' } }
  return { commercialUse: { value: known, section, confidence } }
}
