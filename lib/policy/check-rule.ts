import type { Refusal } from '#lib/shared/outcome.ts'
import { compileCondition } from './cel.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { exampleSubject } from './example-subject.ts'
import type { RuleTest, RuleVersion } from './rule.ts'

/** What a rule does with a test's deployment; `review` when it could not be decided. */
function resultOf(rule: RuleVersion, test: RuleTest): RuleTest['expect'] {
  const [outcome] = evaluateRules([rule], exampleSubject(test.given))
  if (outcome?.result !== 'fires') return 'silent'
  return outcome.because === 'condition' ? 'fires' : 'review'
}

/** Why a rule may not be saved: a condition that does not compile, no firing or silent test, a test that fails. */
export function checkRule(rule: RuleVersion): Refusal[] {
  const compiled = compileCondition(rule.condition)
  if (!compiled.ok) {
    return [
      {
        field: '/condition',
        rule: 'rule.condition',
        message: `The condition cannot be used: ${compiled.problem}`,
        remedy: 'Correct the expression; only the fields of a deployment, its model, licence and terms can be read.',
      },
    ]
  }
  const missing = (['fires', 'silent'] as const).filter((kind) => !rule.tests.some((test) => test.expect === kind))
  if (missing.length > 0) {
    return [
      {
        field: '/tests',
        rule: 'rule.tests-missing',
        message: `No test shows a deployment where the rule ${missing.join(' or ') === 'silent' ? 'stays silent' : 'fires'}.`,
        remedy: 'Add at least one test that fires and one that stays silent.',
      },
    ]
  }
  return rule.tests.flatMap((test, index) => {
    const result = resultOf(rule, test)
    if (result === test.expect) return []
    return {
      field: `/tests/${index}`,
      rule: 'rule.test-failed',
      message: `"${test.name}" expects ${test.expect}, and the rule gives ${result}.`,
      remedy: 'Correct the condition or the test.',
    }
  })
}
