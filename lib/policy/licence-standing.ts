import { type Duty, dutiesOf, type TermReadings } from './duties.ts'
import type { CommercialUse, Subject, Use } from './subject.ts'
import { isReliable } from './subject-values.ts'

/** Why a deployment does not stand as allowed, as a code; `verdict` is the best it can still be. */
export interface StandingReason {
  code: ReasonCode
  verdict: 'needs_review' | 'unknown'
  section: string | null
  params: Readonly<Record<string, string | number | null>>
}

export const REASON_CODES = [
  'provider-terms-not-held',
  'revision-not-confirmed',
  'no-licence',
  'declared-only',
  'declared-disagrees',
  'text-not-recognised',
  'several-texts',
  'terms-not-known',
  'commercial-use-not-read',
  'commercial-use-not-granted',
  'registration-required',
  'named-businesses-excluded',
  'users-not-stated',
  'users-above-threshold',
  'duty-terms-not-read',
  'territory-excluded',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export interface Standing {
  reasons: StandingReason[]
  duties: Duty[]
}

type Params = StandingReason['params']

function review(code: ReasonCode, section: string | null = null, params: Params = {}): StandingReason {
  return { code, verdict: 'needs_review', section, params }
}

function unknown(code: ReasonCode, section: string | null = null, params: Params = {}): StandingReason {
  return { code, verdict: 'unknown', section, params }
}

/** A text that is no known one says nothing, unless somebody has read that very text and concluded what it says. */
function isReadable({ identified }: Subject): boolean {
  return identified.verdict === 'MATCH' || (identified.verdict !== 'NONE' && identified.hasConcludedReading)
}

function textReasons(subject: Subject): StandingReason[] {
  if (subject.model.kind === 'api_only') return [unknown('provider-terms-not-held')]
  const { verdict } = subject.identified
  if (isReadable(subject)) {
    const reasons = subject.identified.hasOtherTexts ? [review('several-texts')] : []
    return subject.agreement === 'disagree' ? [...reasons, review('declared-disagrees')] : reasons
  }
  if (verdict !== 'NONE') return [review('text-not-recognised', null, { verdict })]
  return subject.declared.value === null ? [unknown('no-licence')] : [review('declared-only')]
}

function usersThreshold(readings: TermReadings): { users: number | null; section: string | null } | undefined {
  const term = Object.hasOwn(readings, 'scale_threshold') ? readings.scale_threshold : undefined
  const value = term?.value
  if (term === undefined || typeof value !== 'object' || value === null) return undefined
  if (!('effect' in value) || value.effect !== 'separate_licence') return undefined
  return { users: 'mau' in value && typeof value.mau === 'number' ? value.mau : null, section: term.section }
}

function thresholdReasons(subject: Subject, readings: TermReadings, section: string | null): StandingReason[] {
  const users = subject.deployment.monthlyActiveUsers
  const threshold = usersThreshold(readings)
  if (threshold?.users == null) return [review('users-not-stated', section, { threshold: null })]
  const params = { threshold: threshold.users, users }
  if (users === null) return [unknown('users-not-stated', threshold.section, params)]
  return users > threshold.users ? [review('users-above-threshold', threshold.section, params)] : []
}

function grantReasons(value: CommercialUse, use: Use, section: string | null): StandingReason[] {
  const isWithheld = value === 'forbidden' || value === 'separate_licence_required'
  // Work inside a company is commercial under some of these texts and not under others: only research is plainly not.
  if (isWithheld) return use === 'research' ? [] : [review('commercial-use-not-granted', section, { use })]
  if (use !== 'commercial') return []
  if (value === 'registration_required') return [review('registration-required', section)]
  if (value === 'allowed_except_named_businesses') return [review('named-businesses-excluded', section)]
  return []
}

const EU_MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

function territoryReasons(subject: Subject, readings: TermReadings): StandingReason[] {
  const term = Object.hasOwn(readings, 'territory') ? readings.territory : undefined
  const value = term?.value
  if (typeof value !== 'object' || value === null || !('excluded' in value) || !Array.isArray(value.excluded)) return []
  const excluded = new Set(value.excluded.flatMap((place) => (place === 'EU' ? EU_MEMBERS : [String(place)])))
  const hit = subject.deployment.regions.filter((region) => excluded.has(region))
  const isSilent = subject.deployment.regions.length === 0
  if (hit.length === 0 && !isSilent) return []
  return [review('territory-excluded', term?.section ?? null, { regions: hit.join(', ') || null })]
}

function termReasons(subject: Subject, readings: TermReadings | null): Standing {
  const term = subject.terms?.commercialUse
  if (term === undefined || readings === null) return { reasons: [unknown('terms-not-known')], duties: [] }
  const { duties, unread } = dutiesOf(readings, subject.deployment)
  const reasons = unread.length > 0 ? [review('duty-terms-not-read', null, { terms: unread.join(', ') })] : []
  reasons.push(...territoryReasons(subject, readings))
  if (term.value === null || !isReliable(term.confidence)) {
    return { reasons: [review('commercial-use-not-read', term.section), ...reasons], duties }
  }
  const { use } = subject.deployment
  reasons.unshift(...grantReasons(term.value, use, term.section))
  if (use === 'commercial' && term.value === 'allowed_below_threshold') {
    reasons.unshift(...thresholdReasons(subject, readings, term.section))
  }
  return { reasons, duties }
}

/**
 * What the licence alone lets be said about a deployment: every reason why it is not plainly allowed, and the duties
 * that follow. Terms count only for a text that is a `MATCH`, or whose reading a person has concluded.
 */
export function licenceStanding(subject: Subject, readings: TermReadings | null): Standing {
  const reasons = textReasons(subject)
  if (!subject.revision.isConfirmed && subject.model.kind !== 'api_only') reasons.push(review('revision-not-confirmed'))
  if (subject.model.kind === 'api_only' || !isReadable(subject)) return { reasons, duties: [] }
  const terms = termReasons(subject, readings)
  return { reasons: [...reasons, ...terms.reasons], duties: terms.duties }
}
