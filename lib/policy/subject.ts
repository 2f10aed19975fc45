export const USES = ['commercial', 'internal', 'research'] as const
export const ENVIRONMENTS = ['production', 'staging', 'development', 'research'] as const
export const EXPOSURES = ['internal', 'customers', 'embedded', 'redistributed'] as const
export const ACCESS_CHANNELS = ['own_weights', 'hosted_open_weights', 'provider_api'] as const
export const MODEL_KINDS = ['weights', 'api_only', 'own_build'] as const
export const REVISION_KINDS = ['commit', 'provider_snapshot', 'digest', 'unknown'] as const
/**
 * How a declaration was given: one SPDX id, an open SPDX family, a family without version, a known custom licence, a
 * name not on our list.
 */
export const DECLARED_KINDS = ['none', 'spdx', 'spdx-ambiguous', 'family', 'custom', 'unlisted'] as const
export const IDENTIFIED_VERDICTS = ['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN', 'NONE'] as const
export const AGREEMENTS = ['agree', 'disagree', 'not-comparable', 'no-licence'] as const
/** Why the weights may have closed above a model, as the catalogue names it. */
export const SHIFT_REASONS = ['runs-api-only', 'newest-generation-closed-above', 'closed-successor'] as const
export const COMMERCIAL_USES = [
  'allowed',
  'allowed_below_threshold',
  'registration_required',
  'separate_licence_required',
  'forbidden',
  'allowed_except_named_businesses',
] as const
export const CONFIDENCES = ['high', 'medium', 'low', 'none'] as const

export type Use = (typeof USES)[number]
export type Exposure = (typeof EXPOSURES)[number]
export type AccessChannel = (typeof ACCESS_CHANNELS)[number]
export type ModelKind = (typeof MODEL_KINDS)[number]
export type IdentifiedVerdict = (typeof IDENTIFIED_VERDICTS)[number]
export type CommercialUse = (typeof COMMERCIAL_USES)[number]
export type Confidence = (typeof CONFIDENCES)[number]

export interface CommercialUseTerm {
  value: CommercialUse | null
  section: string | null
  confidence: Confidence
}

/** Everything a rule may read about one deployment version. Null is "not stated" or "not known", never "no". */
export interface Subject {
  deployment: {
    use: Use
    environment: (typeof ENVIRONMENTS)[number]
    exposure: Exposure
    accessChannel: AccessChannel
    monthlyActiveUsers: number | null
    regions: readonly string[]
  }
  model: { name: string; kind: ModelKind; lineage: string | null; generation: string | null }
  revision: { kind: (typeof REVISION_KINDS)[number]; isConfirmed: boolean }
  /** What card or tag say; `value` is the declaration as written, `licenceId` what it stands for when that is clear. */
  declared: { kind: (typeof DECLARED_KINDS)[number]; licenceId: string | null; value: string | null }
  /**
   * What the pinned text was found to be; `NONE` when no text is pinned. `hasOtherTexts` when the revision holds more
   * licence texts than that one. `hasConcludedReading` when a person has concluded what that very text says.
   */
  identified: {
    verdict: IdentifiedVerdict
    licenceId: string | null
    textSha256: string | null
    hasOtherTexts: boolean
    hasConcludedReading: boolean
  }
  agreement: (typeof AGREEMENTS)[number]
  /**
   * What it was made from, as its card names it: the licence the base's own text is, and whether the declaration agrees.
   * `not-comparable` where no base is named or its text is not known.
   */
  base: { name: string | null; licenceId: string | null; agreement: (typeof AGREEMENTS)[number] }
  /** Null when nobody has read the text: it is no `MATCH` for a licence that was read, and no person has concluded it. */
  terms: { commercialUse: CommercialUseTerm } | null
  /**
   * Whether the lineage's newest generation has closed above this model; when not judged, a no says nothing.
   * `evidence` names models.
   */
  apiShift: {
    fires: boolean
    isJudged: boolean
    because: (typeof SHIFT_REASONS)[number] | null
    evidence: readonly string[]
  }
  /**
   * The text that stands at the model's newest revision now. `hasOtherText` when it is not the pinned one: what was
   * granted stays granted, and the next version may come under other terms.
   */
  upstream: { licenceId: string | null; textSha256: string | null; hasOtherText: boolean }
}

type CelType<T> = [T] extends [boolean | null]
  ? 'bool'
  : [T] extends [number | null]
    ? 'int'
    : [T] extends [string | null]
      ? 'string'
      : [T] extends [readonly string[] | null]
        ? 'list<string>'
        : { [K in keyof NonNullable<T>]-?: CelType<NonNullable<T>[K]> }

/**
 * The subject as CEL sees it. The compiler refuses a schema that does not follow the type, so a rule's misspelt field
 * fails at save.
 */
export const SUBJECT_SCHEMA: CelType<Subject> = {
  deployment: {
    use: 'string',
    environment: 'string',
    exposure: 'string',
    accessChannel: 'string',
    monthlyActiveUsers: 'int',
    regions: 'list<string>',
  },
  model: { name: 'string', kind: 'string', lineage: 'string', generation: 'string' },
  revision: { kind: 'string', isConfirmed: 'bool' },
  declared: { kind: 'string', licenceId: 'string', value: 'string' },
  identified: {
    verdict: 'string',
    licenceId: 'string',
    textSha256: 'string',
    hasOtherTexts: 'bool',
    hasConcludedReading: 'bool',
  },
  agreement: 'string',
  base: { name: 'string', licenceId: 'string', agreement: 'string' },
  terms: { commercialUse: { value: 'string', section: 'string', confidence: 'string' } },
  apiShift: { fires: 'bool', isJudged: 'bool', because: 'string', evidence: 'list<string>' },
  upstream: { licenceId: 'string', textSha256: 'string', hasOtherText: 'bool' },
}

/**
 * Paths with a closed list of values: a rule that compares one with another word can never hold, so saving it is
 * refused.
 */
export const SUBJECT_VALUES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['deployment.use', USES],
  ['deployment.environment', ENVIRONMENTS],
  ['deployment.exposure', EXPOSURES],
  ['deployment.accessChannel', ACCESS_CHANNELS],
  ['model.kind', MODEL_KINDS],
  ['revision.kind', REVISION_KINDS],
  ['declared.kind', DECLARED_KINDS],
  ['identified.verdict', IDENTIFIED_VERDICTS],
  ['agreement', AGREEMENTS],
  ['base.agreement', AGREEMENTS],
  ['apiShift.because', SHIFT_REASONS],
  ['terms.commercialUse.value', COMMERCIAL_USES],
  ['terms.commercialUse.confidence', CONFIDENCES],
])
