import { type Condition, compileCondition } from './cel.ts'
import { applies, placeholdersOf, type RuleEffect, type RuleVersion, type Severity } from './rule.ts'
import type { Subject } from './subject.ts'
import { isReliable, type SubjectValue, valueAt } from './subject-values.ts'

/** Why a rule fired: its condition holds, or it could not be decided and a person must look. */
export const FIRING_CAUSES = ['condition', 'term-unreliable', 'value-missing', 'not-evaluable'] as const
export type FiringCause = (typeof FIRING_CAUSES)[number]

export interface FiringOutcome {
  ruleId: string
  ruleVersion: number
  result: 'fires'
  effect: RuleEffect
  severity: Severity
  because: FiringCause
  /** Stable while the same cause stands; part of the finding's identity. */
  causeKey: string
  /** The values the rule looked at, as they were. */
  values: Readonly<Record<string, SubjectValue>>
  /** Where the licence says it, when the rule read a term. */
  section: string | null
}

export type RuleOutcome = FiringOutcome | { ruleId: string; ruleVersion: number; result: 'silent' | 'not-applicable' }

function valuesFor(rule: RuleVersion, reads: readonly string[], subject: Subject): Record<string, SubjectValue> {
  const spoken = [rule.message, rule.reason, rule.remedy].flatMap(placeholdersOf)
  const paths = new Set([...reads, ...rule.cause, ...spoken])
  return Object.fromEntries([...paths].map((path) => [path, valueAt(subject, path)]))
}

function causeKeyOf(rule: RuleVersion, because: FiringCause, subject: Subject): string {
  if (because !== 'condition') return because
  return rule.cause.map((path) => `${path}=${encodeURIComponent(String(valueAt(subject, path) ?? ''))}`).join('&')
}

function fired(rule: RuleVersion, reads: readonly string[], subject: Subject, because: FiringCause): FiringOutcome {
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    result: 'fires',
    effect: because === 'condition' ? rule.effect : 'review',
    severity: rule.severity,
    because,
    causeKey: causeKeyOf(rule, because, subject),
    values: valuesFor(rule, reads, subject),
    section: reads.includes('terms.commercialUse.value') ? (subject.terms?.commercialUse.section ?? null) : null,
  }
}

function whyUndecided(condition: Condition, subject: Subject, isMissingValue: boolean): FiringCause {
  const term = subject.terms?.commercialUse
  const isTermRead = condition.reads.includes('terms.commercialUse.value')
  if (isMissingValue && isTermRead && term && !isReliable(term.confidence)) return 'term-unreliable'
  return isMissingValue ? 'value-missing' : 'not-evaluable'
}

type Judge = (subject: Subject) => RuleOutcome

function judgeOf(rule: RuleVersion): Judge {
  const compiled = compileCondition(rule.condition)
  return (subject) => {
    const silent = { ruleId: rule.id, ruleVersion: rule.version }
    if (!applies(rule, subject)) return { ...silent, result: 'not-applicable' }
    // A rule that no longer compiles was written for another version of the subject: it asks, it never passes.
    if (!compiled.ok) return fired(rule, [], subject, 'not-evaluable')
    const { condition } = compiled
    const evaluation = condition.evaluate(subject)
    if (evaluation.result === 'does-not-hold') return { ...silent, result: 'silent' }
    if (evaluation.result === 'holds') return fired(rule, condition.reads, subject, 'condition')
    return fired(rule, condition.reads, subject, whyUndecided(condition, subject, evaluation.isMissingValue))
  }
}

/** Compiles a rule set once, for judging many subjects. */
export function prepareRules(rules: readonly RuleVersion[]): (subject: Subject) => RuleOutcome[] {
  const judges = rules.map(judgeOf)
  return (subject) => judges.map((judge) => judge(subject))
}

/** What every rule says about one subject, in the rules' order; a rule that cannot be decided asks for review. */
export function evaluateRules(rules: readonly RuleVersion[], subject: Subject): RuleOutcome[] {
  return prepareRules(rules)(subject)
}
