import { TERM_KEYS } from './term-values.ts'
import type { TermKey } from './terms.ts'

/** What a lawyer looks for together. */
export interface TermGroup {
  id: 'use' | 'distribution' | 'outputs' | 'rights' | 'ending' | 'law'
  title: string
  terms: readonly TermKey[]
}

/** Every term once, in the groups in which they are read. */
export const TERM_GROUPS: readonly TermGroup[] = [
  {
    id: 'use',
    title: 'Use',
    terms: [
      'commercial_use',
      'business_restriction',
      'scale_threshold',
      'field_of_use',
      'acceptable_use_policy',
      'use_restriction_passthrough',
      'territory',
    ],
  },
  {
    id: 'distribution',
    title: 'Handing on and building on it',
    terms: ['redistribution', 'attribution_notice', 'derivative_display', 'derivative_naming', 'share_alike'],
  },
  { id: 'outputs', title: 'Outputs', terms: ['output_training', 'output_claims'] },
  { id: 'rights', title: 'Rights', terms: ['patent_grant', 'trademark'] },
  {
    id: 'ending',
    title: 'Ending and change',
    terms: ['revocability', 'termination', 'litigation_termination', 'amendment', 'remote_restriction', 'update_duty'],
  },
  {
    id: 'law',
    title: 'Law and liability',
    terms: ['governing_law', 'export_control', 'indemnity', 'warranty_liability'],
  },
]

/** Where a term stands when the groups are read from top to bottom. */
export function termOrder(term: TermKey): number {
  const at = TERM_GROUPS.flatMap((group) => group.terms).indexOf(term)
  return at === -1 ? TERM_KEYS.length : at
}

/** The group a term is read in. */
export function groupOf(term: TermKey): TermGroup['title'] {
  return TERM_GROUPS.find((group) => group.terms.includes(term))?.title ?? ''
}
