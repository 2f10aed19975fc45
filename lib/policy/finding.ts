import type { FiringOutcome, RuleOutcome } from './evaluate-rules.ts'

export interface FindingSubject {
  kind: 'deployment' | 'model'
  id: string
}

/** What makes two findings the same one, however often it opens and closes. */
export interface FindingIdentity {
  ruleId: string
  subject: FindingSubject
  causeKey: string
}

/** A finding that is open now, with the rule version its episode cites. */
export interface OpenEpisode {
  episodeId: string
  ruleId: string
  ruleVersion: number
  subject: FindingSubject
  causeKey: string
}

/** Why an episode ended: the cause is gone, another cause took its place, or the rule itself changed or went. */
export const END_REASONS = ['cause-gone', 'cause-replaced', 'rule-changed', 'rule-withdrawn'] as const
export type EndReason = (typeof END_REASONS)[number]

export interface FindingPlan {
  open: { identity: FindingIdentity; outcome: FiringOutcome }[]
  close: { episode: OpenEpisode; because: EndReason }[]
  keep: OpenEpisode[]
}

/** One text for a finding's identity, to compare and to index by. */
export function findingKey(identity: FindingIdentity): string {
  return JSON.stringify([identity.ruleId, identity.subject.kind, identity.subject.id, identity.causeKey])
}

function fate(episode: OpenEpisode, outcomes: readonly RuleOutcome[]): EndReason | 'keep' {
  const ofRule = outcomes.filter((outcome) => outcome.ruleId === episode.ruleId)
  if (ofRule.length === 0) return 'rule-withdrawn'
  const fired = ofRule.filter((outcome) => outcome.result === 'fires')
  const same = fired.find((outcome) => outcome.causeKey === episode.causeKey)
  if (same) return same.ruleVersion === episode.ruleVersion ? 'keep' : 'rule-changed'
  // A rule that could not be decided has not shown that the cause is gone.
  if (fired.some((outcome) => outcome.because !== 'condition')) return 'keep'
  return fired.length > 0 ? 'cause-replaced' : 'cause-gone'
}

/**
 * What one subject's fresh outcomes do to its findings: which episodes open, which end and why, which go on. Episodes of
 * other subjects are left out of the plan. An episode cites one rule version, so a new version that fires opens a new one.
 */
export function planFindings(
  subject: FindingSubject,
  openEpisodes: readonly OpenEpisode[],
  outcomes: readonly RuleOutcome[],
): FindingPlan {
  const plan: FindingPlan = { open: [], close: [], keep: [] }
  const standing = new Set<string>()
  for (const episode of openEpisodes) {
    if (episode.subject.kind !== subject.kind || episode.subject.id !== subject.id) continue
    const because = fate(episode, outcomes)
    if (because !== 'keep') plan.close.push({ episode, because })
    else {
      plan.keep.push(episode)
      standing.add(findingKey(episode))
    }
  }
  for (const outcome of outcomes) {
    if (outcome.result !== 'fires') continue
    const identity = { ruleId: outcome.ruleId, subject, causeKey: outcome.causeKey }
    const key = findingKey(identity)
    if (standing.has(key)) continue
    standing.add(key)
    plan.open.push({ identity, outcome })
  }
  return plan
}
