import type { Json } from '#lib/shared/canonical-json.ts'
import type { CounterpartRelation } from './counterpart.ts'
import type { Confidence } from './dataset-shape.ts'
import type { ShippedGrade } from './source-grade.ts'

export type { Json }

export const CLAIM_PROPERTIES = [
  'productName',
  'apiModelId',
  'variant',
  'quantisation',
  'weights',
  'task',
  'status',
  'retiredOn',
  'announcedOn',
  'releaseOn',
  'paramsTotalB',
  'paramsActiveB',
  'paramsBasis',
  'contextTokens',
  'contextTokensExtended',
  'contextBasis',
  'modalityIn',
  'modalityOut',
  'licence',
  'commitPrefixes',
  'counterpart',
  'lineage',
  'generation',
  'tier',
  'modality',
  'note',
] as const

export type ClaimProperty = (typeof CLAIM_PROPERTIES)[number]

/** One thing a data set says about a model. */
export interface PlannedClaim {
  property: ClaimProperty
  value: Json
  sourceRefs: string[]
  grade: ShippedGrade
  confidence: Confidence
}

/** How a model stands to another model of the data set; always stated about the later or derived one. */
export interface PlannedRelation {
  relation: 'finetune' | 'quantized' | Exclude<CounterpartRelation, 'none'>
  /** The `key` of the other model. */
  toKey: string
  sourceRefs: string[]
  grade: ShippedGrade
  confidence: Confidence
  note: string | null
}

export interface PlannedRevision {
  kind: 'commit' | 'provider_snapshot'
  value: string
  note: string | null
}

/** What a data set wants on record about one model. */
export interface PlannedModel {
  /** Registry and name, such as `hf:Qwen/Qwen3-8B` or `provider:qwen3-max`: unique in the data set, an id nowhere else. */
  key: string
  kind: 'weights' | 'api_only'
  publisher: string
  family: string
  names: { registry: 'hf' | 'provider'; name: string }[]
  relations: PlannedRelation[]
  revisions: PlannedRevision[]
  claims: PlannedClaim[]
}

/** Whether a word names a property that claims may be about. */
export function isClaimProperty(word: string): word is ClaimProperty {
  return CLAIM_PROPERTIES.some((property) => property === word)
}
