import { type ReadTerms, termOf } from '#lib/licences/terms.ts'
import { COMMERCIAL_USES, type Subject } from './subject.ts'

/** What a rule may read of what a text is taken to say; a value we do not know the meaning of counts as not read. */
export function subjectTerms(read: ReadTerms | null): Subject['terms'] {
  if (read === null) return null
  const { value, section, confidence } = termOf(read, 'commercial_use')
  const known = COMMERCIAL_USES.find((use) => use === value)
  if (known === undefined) return { commercialUse: { value: null, section, confidence: 'none' } }
  return { commercialUse: { value: known, section, confidence } }
}
