import type { ReadCell, TermKey } from './terms.ts'

export const DUTY_KINDS = [
  'licence_copy',
  'notice_text',
  'statement_of_changes',
  'display',
  'naming',
  'pass_on_terms',
  'share_alike',
  'use_policy',
  'use_limits',
  'outputs',
  'threshold',
  'separate_licence',
  'registration',
  'territory',
  'update',
  'no_commercial_copies',
] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

export type Applies = 'yes' | 'no' | 'cannot_tell'

/** Why a duty binds this deployment, does not, or cannot be told, as a code and its values. */
export interface DutyReason {
  code: DutyReasonCode
  params: Readonly<Record<string, string | number | null>>
}

export const DUTY_REASONS = [
  'any-use',
  'copies-given-on',
  'no-copies-given-on',
  'made-available',
  'not-made-available',
  'not-commercial',
  'commercial',
  'derived',
  'not-derived',
  'derived-not-stated',
  'changes-not-stated',
  'only-in-a-case',
  'reach-not-read',
  'users-above',
  'users-below',
  'users-not-stated',
  'revenue-not-stated',
  'counted-in-the-past',
  'business-not-stated',
  'internal-use-exempt',
  'internal-use-unclear',
  'region-left-out',
  'region-not-left-out',
  'region-not-stated',
  'territory-in-part',
  'not-read',
  'read-unsurely',
] as const
export type DutyReasonCode = (typeof DUTY_REASONS)[number]

/** One thing a licence asks, with the place that asks it. */
export interface Duty {
  kind: DutyKind
  term: TermKey
  /** As the term was read. */
  value: unknown
  section: string | null
  /** Words that have to be used as they stand. */
  words: readonly string[]
  /** The sentence of the text it rests on; null where no text was at hand or the place was not found. */
  passage: string | null
  note: string | null
  applies: Applies
  why: DutyReason
  confidence: 'high' | 'medium' | 'low' | 'none'
}

/** What of a deployment a duty may turn on; null is "not stated". */
export interface DutyDeployment {
  use: 'commercial' | 'internal' | 'research'
  exposure: 'internal' | 'customers' | 'embedded' | 'redistributed'
  monthlyActiveUsers: number | null
  regions: readonly string[]
  /** What runs was made from the model; null where nobody has said. */
  isDerived: boolean | null
}

export interface AskedDuty {
  kind: DutyKind
  applies: Applies
  why: DutyReason
}

export interface DutyQuestion {
  cell: ReadCell
  deployment: DutyDeployment
  /** The sentence of the text that asks it; null where it was not found. */
  passage: string | null
}

/** A duty with its answer and the reason for it. */
export function asked(
  kind: DutyKind,
  applies: Applies,
  code: DutyReasonCode,
  params: DutyReason['params'] = {},
): AskedDuty {
  return { kind, applies, why: { code, params } }
}
