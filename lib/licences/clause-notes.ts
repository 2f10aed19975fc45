import { z } from 'zod'
import notesFile from './data/clause-notes.json' with { type: 'json' }
import type { TermKey } from './terms.ts'

const ClauseNote = z.object({
  section: z.string(),
  topic: z.string(),
  /** At most 15 words of the text, by which the clause is found. */
  anchor: z.string(),
  /** What a reviewer should know of the clause, in our own words. */
  summary: z.string(),
  severity: z.enum(['gate', 'prohibition', 'duty', 'relief', 'check', 'note']),
})
export type ClauseNote = z.infer<typeof ClauseNote>

const texts = z
  .array(z.object({ licenceId: z.string().nullable(), sha256: z.string(), notes: z.array(ClauseNote) }))
  .parse(notesFile.texts)

/** The terms that a clause of some topic speaks about. */
const TERMS_OF: ReadonlyMap<string, readonly TermKey[]> = new Map<string, readonly TermKey[]>([
  ['attribution', ['attribution_notice']],
  ['attribution-and-naming', ['derivative_display', 'derivative_naming']],
  ['business-type-and-revenue-gate', ['business_restriction', 'commercial_use']],
  ['business-type-gate', ['business_restriction', 'commercial_use']],
  ['commercial-use', ['commercial_use']],
  ['display-threshold', ['derivative_display', 'scale_threshold']],
  ['export-control', ['export_control']],
  ['governing-law', ['governing_law']],
  ['grant', ['commercial_use', 'territory', 'patent_grant', 'revocability']],
  ['indemnity', ['indemnity']],
  ['internal-use-carve-out', ['business_restriction']],
  ['jurisdiction', ['governing_law']],
  ['legal-compliance', ['field_of_use', 'export_control']],
  ['litigation-and-indemnity', ['litigation_termination', 'indemnity']],
  ['litigation-and-guardrails', ['litigation_termination']],
  ['litigation-termination', ['litigation_termination']],
  ['mau-threshold', ['scale_threshold', 'commercial_use']],
  ['modification-notice', ['redistribution']],
  ['naming', ['derivative_naming']],
  ['non-commercial-definition', ['commercial_use', 'field_of_use']],
  ['notice', ['attribution_notice']],
  ['outputs', ['output_claims', 'output_training']],
  ['pass-through', ['redistribution', 'use_restriction_passthrough']],
  ['patent', ['patent_grant', 'litigation_termination']],
  ['remote-restriction', ['remote_restriction']],
  ['research-grant', ['commercial_use', 'field_of_use']],
  ['revenue-threshold', ['scale_threshold']],
  ['separate-licence', ['commercial_use']],
  ['termination', ['termination']],
  ['territory', ['territory']],
  ['trademark', ['trademark']],
  ['training-other-models', ['output_training']],
  ['unilateral-change', ['amendment', 'acceptable_use_policy']],
  ['use-policy', ['acceptable_use_policy', 'field_of_use']],
  ['use-policy-and-training-other-models', ['acceptable_use_policy', 'output_training']],
])

/** What is known of where a text's clauses stand: by its own hash, else by the licence it was recognised as. */
export function clauseNotesOf(sha256: string, licenceId: string | null): readonly ClauseNote[] {
  const own = texts.find((text) => text.sha256 === sha256)
  const akin = licenceId === null ? undefined : texts.find((text) => text.licenceId === licenceId)
  return (own ?? akin)?.notes ?? []
}

/** Whether a clause of that topic speaks about a term. */
export function speaksOf(note: ClauseNote, term: TermKey): boolean {
  return TERMS_OF.get(note.topic)?.includes(term) ?? false
}
