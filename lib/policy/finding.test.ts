import { describe, expect, test } from 'vitest'
import type { FiringOutcome, RuleOutcome } from './evaluate-rules.ts'
import { type FindingSubject, findingKey, type OpenEpisode, planFindings } from './finding.ts'
import { findingText } from './sentences.en.ts'
import { STARTER_RULES } from './starter-rules.ts'

const subject: FindingSubject = { kind: 'deployment', id: 'd1' }

function firing(causeKey: string, changes: Partial<FiringOutcome> = {}): FiringOutcome {
  return {
    ruleId: 'licence-disagrees',
    ruleVersion: 1,
    result: 'fires',
    effect: 'review',
    severity: 'high',
    because: 'condition',
    causeKey,
    values: {},
    section: null,
    ...changes,
  }
}

function episode(causeKey: string, changes: Partial<OpenEpisode> = {}): OpenEpisode {
  return { episodeId: `e-${causeKey}`, ruleId: 'licence-disagrees', ruleVersion: 1, subject, causeKey, ...changes }
}

const silent: RuleOutcome = { ruleId: 'licence-disagrees', ruleVersion: 1, result: 'silent' }

describe('findings', () => {
  test('open when a rule fires for a new cause', () => {
    const outcome = firing('text=a')
    expect(planFindings(subject, [], [outcome])).toEqual({
      open: [{ identity: { ruleId: 'licence-disagrees', subject, causeKey: 'text=a' }, outcome }],
      close: [],
      keep: [],
    })
  })

  test('stay the same episode while the cause stands, however often it is judged', () => {
    const open = episode('text=a')
    expect(planFindings(subject, [open], [firing('text=a')])).toEqual({ open: [], close: [], keep: [open] })
  })

  test('close when the cause is gone', () => {
    const open = episode('text=a')
    expect(planFindings(subject, [open], [silent]).close).toEqual([{ episode: open, because: 'cause-gone' }])
    const outside: RuleOutcome = { ...silent, result: 'not-applicable' }
    expect(planFindings(subject, [open], [outside]).close).toEqual([{ episode: open, because: 'cause-gone' }])
  })

  test('give way to another when the cause is another text', () => {
    const plan = planFindings(subject, [episode('text=a')], [firing('text=b')])
    expect(plan.close.map((end) => end.because)).toEqual(['cause-replaced'])
    expect(plan.open.map((start) => start.identity.causeKey)).toEqual(['text=b'])
  })

  test('stay open while the rule could not be decided, and that opens one of its own', () => {
    const open = episode('text=a')
    const undecided = firing('value-missing', { because: 'value-missing' })
    const plan = planFindings(subject, [open], [undecided])
    expect([plan.keep, plan.close, plan.open.length]).toEqual([[open], [], 1])
  })

  test('cite one rule version: a new version that fires opens a new episode of the same finding', () => {
    const open = episode('text=a')
    const plan = planFindings(subject, [open], [firing('text=a', { ruleVersion: 2 })])
    expect(plan.close).toEqual([{ episode: open, because: 'rule-changed' }])
    expect(plan.open.map((start) => findingKey(start.identity))).toEqual([findingKey(open)])
  })

  test('close when their rule is no longer in force', () => {
    expect(planFindings(subject, [episode('text=a')], []).close.map((end) => end.because)).toEqual(['rule-withdrawn'])
  })

  test('of another deployment are left alone', () => {
    const other = episode('text=a', { subject: { kind: 'deployment', id: 'd2' } })
    expect(planFindings(subject, [other], [silent])).toEqual({ open: [], close: [], keep: [] })
  })

  test('open once when the same cause is named twice', () => {
    expect(planFindings(subject, [], [firing('text=a'), firing('text=a')]).open).toHaveLength(1)
  })
})

describe('a finding in words', () => {
  const rule = STARTER_RULES.find((candidate) => candidate.id === 'licence-disagrees')
  if (!rule) throw new Error('no such rule')

  test('names the values that were seen, and says so where there are none', () => {
    const values = { 'model.name': 'Qwen/Qwen2.5-3B', 'declared.value': 'apache-2.0', 'identified.licenceId': null }
    expect(findingText(rule, 'condition', values).message).toBe(
      'Qwen/Qwen2.5-3B is declared as apache-2.0; its licence text was identified as nothing known. They do not agree, or one of them is missing altogether.',
    )
  })

  test('takes a value as it is, not as a template', () => {
    const values = { 'model.name': '{declared.value}$&', 'declared.value': 'x', 'identified.licenceId': 'y' }
    expect(findingText(rule, 'condition', values).message).toContain('{declared.value}$& is declared')
  })

  test('says that a rule could not be decided rather than what it would have found', () => {
    expect(findingText(rule, 'value-missing', {}).title).toContain('could not be decided')
  })
})
