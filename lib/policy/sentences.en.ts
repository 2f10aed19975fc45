import type { Duty } from './duties.ts'
import type { FiringCause } from './evaluate-rules.ts'
import type { EndReason } from './finding.ts'
import type { ReasonCode, StandingReason } from './licence-standing.ts'
import type { RuleEffect, RuleVersion, Severity } from './rule.ts'
import type { ModelKind } from './subject.ts'
import type { SubjectValue } from './subject-values.ts'

export interface FindingText {
  title: string
  message: string
  reason: string
  remedy: string
}

function worded(value: SubjectValue | undefined): string {
  if (value === null || value === undefined || value === '') return 'nothing known'
  if (typeof value === 'object') return value.length === 0 ? 'none named' : value.join(', ')
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

function filled(template: string, values: Readonly<Record<string, SubjectValue>>): string {
  return template.replaceAll(/\{([A-Za-z0-9.]+)\}/g, (_, path: string) =>
    worded(Object.hasOwn(values, path) ? values[path] : null),
  )
}

const UNDECIDED: Readonly<Record<Exclude<FiringCause, 'condition'>, string>> = {
  'term-unreliable': 'The licence term it turns on was read with too little confidence to decide by.',
  'value-missing': 'Something it needs to know about this deployment is not known.',
  'not-evaluable': 'The rule itself could not be evaluated.',
}

/** A finding in words, from the rule version it cites and the values that were seen. */
export function findingText(
  rule: Pick<RuleVersion, 'title' | 'message' | 'reason' | 'remedy'>,
  because: FiringCause,
  values: Readonly<Record<string, SubjectValue>>,
): FindingText {
  if (because !== 'condition') {
    return {
      title: `${rule.title}: could not be decided`,
      message: `Whether this rule applies could not be decided. ${UNDECIDED[because]}`,
      reason: 'A rule that cannot be decided is never taken as passed.',
      remedy: 'A person reads the licence and the deployment, and says what holds.',
    }
  }
  return {
    title: rule.title,
    message: filled(rule.message, values),
    reason: filled(rule.reason, values),
    remedy: filled(rule.remedy, values),
  }
}

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { high: 'High', medium: 'Medium', low: 'Low' }

/** What a firing rule does to the verdict. */
export const EFFECT_WORDS: Readonly<Record<RuleEffect, string>> = {
  deny: 'makes the deployment not allowed',
  review: 'asks for review',
  notice: 'gives notice; the verdict stays',
}

export const MODEL_KIND_WORDS: Readonly<Record<ModelKind, string>> = {
  weights: 'models with weights',
  api_only: 'API-only models',
  own_build: 'own builds',
}

/** What moved the judgement that opened an episode. */
export const OPENED_WORDS: Readonly<Record<string, string>> = {
  registered: 'The deployment was registered.',
  changed: 'The deployment was changed.',
  upstream: 'Something changed upstream.',
  rules: 'The rules changed.',
  reading: 'A person concluded what the licence text says.',
}

export const END_WORDS: Readonly<Record<EndReason, string>> = {
  'cause-gone': 'The cause is gone.',
  'cause-replaced': 'The cause changed; a new finding stands for it.',
  'rule-changed': 'The rule has a new version, which was judged afresh.',
  'rule-withdrawn': 'The rule is no longer in force.',
}

type Params = StandingReason['params']

const figure = (value: Params[string] | undefined) =>
  typeof value === 'number' ? value.toLocaleString('en') : String(value)

const REASONS: Readonly<Record<ReasonCode, (params: Params) => string>> = {
  'provider-terms-not-held': () => 'The model has no weights; the terms of its provider are not held here.',
  'revision-not-confirmed': () => 'No source has confirmed the revision that runs.',
  'no-licence': () => 'No licence is declared and no licence text was found.',
  'declared-only': () => 'A licence is declared, but its text is not held; a declaration alone decides nothing.',
  'declared-disagrees': () => 'The declared licence and the licence text disagree.',
  'text-not-recognised': ({ verdict }) => `The licence text was not recognised as a known licence (${verdict}).`,
  'several-texts': () =>
    'The revision holds other licence texts beside the recognised one; which governs what needs a person.',
  'terms-not-known': () => 'The licence is recognised, but its terms have not been read.',
  'commercial-use-not-read': () => 'Whether commercial use is allowed was not read with enough confidence.',
  'commercial-use-not-granted': () =>
    'The text does not grant commercial use; whether this use counts as such needs a person.',
  'registration-required': () => 'Commercial use is allowed after registration with the licensor; none is on record.',
  'named-businesses-excluded': () =>
    'Named lines of business need a separate licence; whether this is one needs a person.',
  'users-not-stated': ({ threshold }) =>
    threshold === null
      ? 'Commercial use is allowed below a threshold whose figure was not read.'
      : `Commercial use is allowed up to ${figure(threshold)} monthly active users; how many there are is not stated.`,
  'users-above-threshold': ({ threshold, users }) =>
    `Above ${figure(threshold)} monthly active users a separate licence is needed; ${figure(users)} are stated.`,
  'duty-terms-not-read': ({ terms }) => `Terms that may bind this use have not been read well enough: ${terms}.`,
  'territory-excluded': ({ regions }) =>
    regions === null
      ? 'The licence leaves out some places, and no region is stated.'
      : `The licence leaves out a place where this runs: ${regions}.`,
}

/** Why the licence leaves something open, in words. */
export function reasonText(reason: StandingReason): string {
  const sentence = REASONS[reason.code](reason.params)
  return reason.section === null ? sentence : sentence.replace(/\.$/, ` (section ${reason.section}).`)
}

const DUTIES: Readonly<Record<string, string>> = {
  field_of_use: 'Keep to the uses the licence does not rule out',
  acceptable_use_policy: 'Keep to the acceptable use policy that comes with the licence',
  output_training: 'Follow what the licence says about training other models on outputs',
  update_duty: 'Make reasonable efforts to use the newest version',
  scale_threshold: 'Stay below the figure the licence names, or meet what it asks above it',
  business_restriction: 'Stay out of the lines of business that need a separate licence',
  territory: 'Keep to the places where the licence applies',
  use_restriction_passthrough: 'Pass the use restrictions on to those you serve',
  derivative_display: 'Say visibly what the product or model is built on',
  derivative_naming: 'Name derived models as the licence asks',
  attribution_notice: 'Keep or add the notices the licence asks for',
  redistribution: 'Meet the conditions for giving copies on',
  share_alike: 'Give adapted versions on only under the terms the licence allows',
}

/** A duty in words, with the section that asks it. */
export function dutyText(duty: Duty): string {
  const words = DUTIES[duty.code] ?? duty.code
  return duty.section === null ? `${words}.` : `${words} (section ${duty.section}).`
}
