import { describe, expect, test } from 'vitest'
import { checkRule } from './check-rule.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { exampleSubject } from './example-subject.ts'
import { type RuleVersion, ruleVersionSchema } from './rule.ts'
import { STARTER_RULES } from './starter-rules.ts'

function starter(id: string): RuleVersion {
  const rule = STARTER_RULES.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`no starter rule ${id}`)
  return rule
}

const research = exampleSubject({
  identified: { licenceId: 'LicenseRef-qwen-research-2024', textSha256: 'b'.repeat(64) },
  terms: { commercialUse: { value: 'separate_licence_required', section: '2.a, 2.b' } },
})

describe('the shipped rules', () => {
  test.each(STARTER_RULES.map((rule) => [rule.id, rule] as const))(
    '%s compiles and passes its own tests',
    (_, rule) => {
      expect(checkRule(rule)).toEqual([])
    },
  )

  test('have ids of their own', () => {
    expect(new Set(STARTER_RULES.map((rule) => rule.id)).size).toBe(STARTER_RULES.length)
  })

  test('find nothing wrong with the example deployment', () => {
    expect(evaluateRules(STARTER_RULES, exampleSubject()).map((outcome) => outcome.result)).not.toContain('fires')
  })
})

describe('evaluating rules', () => {
  test('a firing rule cites its version, the values it saw and the section', () => {
    expect(evaluateRules([starter('non-commercial-licence')], research)).toMatchObject([
      {
        ruleId: 'non-commercial-licence',
        ruleVersion: 1,
        result: 'fires',
        effect: 'deny',
        because: 'condition',
        causeKey: `identified.textSha256=${'b'.repeat(64)}`,
        section: '2.a, 2.b',
        values: { 'deployment.use': 'commercial', 'terms.commercialUse.value': 'separate_licence_required' },
      },
    ])
  })

  test('the cause stays the same while the licence text does, whatever else changes', () => {
    const rule = starter('non-commercial-licence')
    const elsewhere = {
      ...research,
      deployment: { ...research.deployment, regions: ['FR'], environment: 'staging' as const },
    }
    const [before] = evaluateRules([rule], research)
    const [after] = evaluateRules([rule], elsewhere)
    expect(before).toHaveProperty('causeKey')
    expect(after).toHaveProperty('causeKey', before && 'causeKey' in before ? before.causeKey : undefined)
  })

  test('a value that holds a separator cannot pass for another cause', () => {
    const rule = starter('licence-disagrees')
    const [outcome] = evaluateRules(
      [rule],
      exampleSubject({ agreement: 'disagree', declared: { value: 'a&identified.textSha256=x' } }),
    )
    expect(outcome).toHaveProperty(
      'causeKey',
      `declared.value=a%26identified.textSha256%3Dx&identified.textSha256=${'a'.repeat(64)}`,
    )
  })

  test('a rule that denies asks for review when the term it turns on was read with low confidence', () => {
    const unsure = exampleSubject({ terms: { commercialUse: { value: 'forbidden', confidence: 'low' } } })
    expect(evaluateRules([starter('non-commercial-licence')], unsure)).toMatchObject([
      { result: 'fires', effect: 'review', because: 'term-unreliable', causeKey: 'term-unreliable' },
    ])
  })

  test('a rule that reads what is not known asks for review', () => {
    const rule: RuleVersion = { ...starter('non-commercial-licence'), condition: 'deployment.monthlyActiveUsers > 5' }
    expect(evaluateRules([rule], exampleSubject())).toMatchObject([{ effect: 'review', because: 'value-missing' }])
  })

  test('a stored rule that no longer compiles asks for review', () => {
    const rule: RuleVersion = { ...starter('non-commercial-licence'), condition: 'use.business == "saas"' }
    expect(evaluateRules([rule], exampleSubject())).toMatchObject([{ effect: 'review', because: 'not-evaluable' }])
  })

  test('a rule about weights says nothing about an API-only model', () => {
    const apiOnly = exampleSubject({ model: { kind: 'api_only' }, agreement: 'no-licence' })
    expect(evaluateRules([starter('licence-disagrees')], apiOnly)).toMatchObject([{ result: 'not-applicable' }])
  })
})

describe('saving a rule', () => {
  test('is refused for a condition with a typo, naming the field', () => {
    const [refusal] = checkRule({ ...starter('weights-closed-above'), condition: 'apiShift.fire' })
    expect(refusal).toMatchObject({ field: '/condition', rule: 'rule.condition' })
  })

  test('is refused without a test that fires and one that stays silent', () => {
    const rule = starter('weights-closed-above')
    const firing = rule.tests.filter((given) => given.expect === 'fires')
    expect(checkRule({ ...rule, tests: firing })).toMatchObject([{ field: '/tests', rule: 'rule.tests-missing' }])
  })

  test('is refused when one of its tests fails', () => {
    expect(checkRule({ ...starter('weights-closed-above'), condition: 'model.kind == "api_only"' })).toMatchObject([
      { field: '/tests/1', rule: 'rule.test-failed' },
    ])
  })

  test('is refused when a sentence names a value that no rule can read', () => {
    const broken = { ...starter('weights-closed-above'), message: 'Look at {model.nme}.' }
    expect(ruleVersionSchema.safeParse(broken).success).toBe(false)
  })

  test('is refused when a test changes a part that a deployment does not have', () => {
    const rule = starter('weights-closed-above')
    const broken = { ...rule, tests: [...rule.tests, { name: 'typo', given: { modle: {} }, expect: 'silent' }] }
    expect(ruleVersionSchema.safeParse(broken).success).toBe(false)
  })
})
