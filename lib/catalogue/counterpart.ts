import type { CatalogueRelation, Confidence } from './dataset-shape.ts'

/** How an API-only product stands to the open model it is compared with. `none` and `unknown` are statements too. */
export type CounterpartRelation =
  | 'none'
  | 'unknown'
  | 'flagship_above'
  | 'larger_sibling_of'
  | 'closed_successor_of'
  | 'closed_upgrade_of'
  | 'hosted_version_of'
  | 'weights_followed'
  | 'open_relative_later'

const RELATION_OF: Record<CatalogueRelation, CounterpartRelation> = {
  none: 'none',
  unknown: 'unknown',
  'flagship-above': 'flagship_above',
  'larger-sibling-of': 'larger_sibling_of',
  'closed-successor-of': 'closed_successor_of',
  'closed-upgrade-of': 'closed_upgrade_of',
  'hosted-version-of': 'hosted_version_of',
  'weights-followed': 'weights_followed',
  'open-relative-later': 'open_relative_later',
}

/** Our word for a relation of the shipped data. */
export function counterpartRelation(relation: CatalogueRelation): CounterpartRelation {
  return RELATION_OF[relation]
}

/** Whether a relation says anything: an unknown relation, or one that nobody read surely, proves nothing. */
export function isProof(relation: CounterpartRelation, confidence: Confidence | null): boolean {
  return relation !== 'unknown' && (confidence === 'verified' || confidence === 'likely')
}
