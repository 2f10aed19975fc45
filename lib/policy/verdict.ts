import type { Duty, TermReadings } from './duties.ts'
import type { FiringOutcome, RuleOutcome } from './evaluate-rules.ts'
import { licenceStanding, type StandingReason } from './licence-standing.ts'
import type { RuleEffect } from './rule.ts'
import type { Subject } from './subject.ts'

/** Best first; of several, the later one holds. */
export const VERDICTS = ['allowed', 'allowed_with_duties', 'unknown', 'needs_review', 'not_allowed'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Judgement {
  verdict: Verdict
  /** What the licence leaves open, as codes. */
  reasons: StandingReason[]
  /** The rules that fired, also those that only give notice. */
  fired: FiringOutcome[]
  duties: Duty[]
}

const VERDICT_OF_EFFECT: Readonly<Record<RuleEffect, Verdict>> = {
  deny: 'not_allowed',
  review: 'needs_review',
  notice: 'allowed',
}

/** The place of a verdict from best (0) to worst, for sorting. */
export function verdictRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict)
}

/** The worst of several verdicts; of none, `unknown`. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS[Math.max(...verdicts.map(verdictRank))] ?? 'unknown'
}

/**
 * Judges one deployment from what its rules say and what its licence lets be said; the worst wins. `readings` are the
 * terms the pinned text is taken to have, null when there are none.
 */
export function judge(subject: Subject, outcomes: readonly RuleOutcome[], readings: TermReadings | null): Judgement {
  const { reasons, duties } = licenceStanding(subject, readings)
  const fired = outcomes.filter((outcome) => outcome.result === 'fires')
  const best: Verdict = duties.length > 0 ? 'allowed_with_duties' : 'allowed'
  const verdict = worstOf([
    best,
    ...reasons.map((reason) => reason.verdict),
    ...fired.map((outcome) => VERDICT_OF_EFFECT[outcome.effect]),
  ])
  return { verdict, reasons, fired, duties }
}
