import { describe, expect, test } from 'vitest'
import { compileCondition } from './cel.ts'
import { exampleSubject } from './example-subject.ts'
import { celValuesOf, SUBJECT_PATHS, valueAt } from './subject-values.ts'

function problemOf(text: string): string {
  const compiled = compileCondition(text)
  return compiled.ok ? 'compiles' : compiled.problem
}

describe('a condition', () => {
  test.each([
    ['a misspelt field', 'deployment.uze == "commercial"', 'uze'],
    ['a variable that does not exist', 'deployments.use == "commercial"', 'deployments'],
    [
      'a word that the field never holds',
      'deployment.use == "comercial"',
      "'comercial' is not a value of deployment.use",
    ],
    ['a wrong word in a list', 'agreement in ["disagree", "absent"]', "'absent'"],
    ['a number compared with text', 'deployment.monthlyActiveUsers == "many"', 'int == string'],
    ['something that is neither true nor false', 'deployment.use', 'string'],
    ['a regular expression', 'model.name.matches("^(a+)+$")', "'matches'"],
    ['a way around the types', 'dyn(deployment).anything == 1', "'dyn'"],
    ['a loop in a loop', 'deployment.regions.all(a, deployment.regions.exists(b, a == b))', 'may not stand inside'],
    ['a prototype', 'deployment.constructor == "x"', 'constructor'],
    ['text that is no expression', 'use is commercial', ''],
    ['a condition longer than anybody reads', `${'true && '.repeat(300)}true`, 'longer than'],
    ['a condition with very many parts', `${'true && '.repeat(200)}true`, 'maxAstNodes'],
  ])('with %s is refused when it is saved', (_, text, problem) => {
    expect(problemOf(text)).not.toBe('compiles')
    expect(problemOf(text)).toContain(problem)
  })

  test('holds or does not, by the values of the deployment', () => {
    const compiled = compileCondition('deployment.use == "commercial" && "DE" in deployment.regions')
    if (!compiled.ok) throw new Error(compiled.problem)
    expect(compiled.condition.evaluate(exampleSubject())).toEqual({ result: 'holds' })
    const elsewhere = exampleSubject({ deployment: { regions: ['FR'] } })
    expect(compiled.condition.evaluate(elsewhere)).toEqual({ result: 'does-not-hold' })
    expect(compiled.condition.reads).toEqual(['deployment.use', 'deployment.regions'])
  })

  test('compares user figures as whole numbers', () => {
    const compiled = compileCondition('has(deployment.monthlyActiveUsers) && deployment.monthlyActiveUsers > 100000000')
    if (!compiled.ok) throw new Error(compiled.problem)
    const withUsers = (monthlyActiveUsers: number | null) =>
      compiled.condition.evaluate(exampleSubject({ deployment: { monthlyActiveUsers } })).result
    expect(withUsers(100_000_001)).toBe('holds')
    expect(withUsers(100_000_000)).toBe('does-not-hold')
    expect(withUsers(null)).toBe('does-not-hold')
  })

  test('that reads what is not known is an error, not a no', () => {
    const compiled = compileCondition('deployment.monthlyActiveUsers > 5')
    if (!compiled.ok) throw new Error(compiled.problem)
    expect(compiled.condition.evaluate(exampleSubject())).toMatchObject({ result: 'error', isMissingValue: true })
  })
})

test('a term read with low confidence has no value to read', () => {
  const subject = exampleSubject({ terms: { commercialUse: { confidence: 'low' } } })
  expect(celValuesOf(subject).terms).toEqual({ commercialUse: { section: '2', confidence: 'low' } })
})

test('every path a rule may read stands in the example, and nothing inherited can be read', () => {
  const unknown = SUBJECT_PATHS.filter((path) => valueAt(exampleSubject(), path) === null)
  expect(unknown).toEqual(['deployment.monthlyActiveUsers', 'apiShift.because'])
  expect(valueAt(exampleSubject(), 'model.constructor')).toBeNull()
})
