import { z } from 'zod'
import termsFile from './data/licence-terms.json' with { type: 'json' }
import type { Verdict } from './identification.ts'

const TermCell = z.object({
  /** One of the values listed for the term, an object or list where the term says so; null means not read. */
  value: z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown()), z.null()]),
  /** Where the text says it; null where the text is silent. */
  section: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low', 'none']),
  evidence: z.string().optional(),
  note: z.string().optional(),
})
export type TermCell = z.infer<typeof TermCell>

/** What a judgement reads of a term: its value, where the text says it, how surely it was read, the words it rests on. */
export type ReadCell = TermCell

/** A term's value as data; throws for what is none. */
export function termValue(value: unknown): TermCell['value'] {
  return TermCell.shape.value.parse(value)
}

/** Terms by their names, from whoever read them. */
export interface ReadTerms {
  terms: Readonly<Record<string, ReadCell>>
}

const TermsRow = z.object({
  id: z.string(),
  name: z.string(),
  licensor: z.string(),
  date: z.string(),
  read: z.enum(['full', 'partial', 'secondary']),
  source: z.record(z.string(), z.unknown()),
  sha256: z.string().nullish(),
  note: z.string().optional(),
  warning: z.string().optional(),
  terms: z.record(z.string(), TermCell),
})
/** What one dated licence text says, term by term, with the section each value was read in. */
export type TermsRow = z.infer<typeof TermsRow>

export type TermKey =
  | 'commercial_use'
  | 'business_restriction'
  | 'scale_threshold'
  | 'field_of_use'
  | 'acceptable_use_policy'
  | 'use_restriction_passthrough'
  | 'derivative_display'
  | 'derivative_naming'
  | 'attribution_notice'
  | 'redistribution'
  | 'output_training'
  | 'output_claims'
  | 'share_alike'
  | 'territory'
  | 'patent_grant'
  | 'litigation_termination'
  | 'termination'
  | 'revocability'
  | 'amendment'
  | 'remote_restriction'
  | 'update_duty'
  | 'governing_law'
  | 'indemnity'
  | 'export_control'
  | 'trademark'
  | 'warranty_liability'

const rows: ReadonlyMap<string, TermsRow> = new Map(
  z
    .array(TermsRow)
    .parse(termsFile.licences)
    .map((row) => [row.id, row]),
)

/** The day up to which the shipped terms were read. */
export const TERMS_AS_OF = termsFile.asOf

/** What has to be said wherever terms are shown. */
export const TERMS_NOTICE = termsFile.notice

/** The terms of a licence, only for a text that is a match for it; null where one text stands for unlike terms. */
export function findTermsFor(
  licenceId: string | null,
  verdict: Verdict,
  alternatives: readonly string[] = [],
): TermsRow | null {
  if (licenceId === null || verdict !== 'MATCH') return null
  const row = rows.get(licenceId) ?? null
  const isContested = alternatives.some((id) => rows.has(id) && rows.get(id) !== row)
  return isContested ? null : row
}

/** The licences whose terms were read, by name. */
export function licencesWithTerms(): { id: string; name: string }[] {
  return [...rows.values()].map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** One term of a reading: value, section and how surely it was read; a term nobody read has value null, confidence none. */
export function termOf({ terms }: ReadTerms, key: TermKey): ReadCell {
  return terms[key] ?? { value: null, section: null, confidence: 'none' }
}
