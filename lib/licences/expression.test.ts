import { describe, expect, test } from 'vitest'
import { licencesIn, parseExpression } from './expression.ts'

const read = (source: string) => {
  const outcome = parseExpression(source)
  if (!outcome.ok) throw new Error(outcome.refusals.map((one) => one.message).join())
  return outcome.value
}
const refusal = (source: string) => {
  const outcome = parseExpression(source, '/licence')
  return outcome.ok ? null : outcome.refusals[0]
}

describe('an expression', () => {
  test('names one licence, with or without later versions and an exception', () => {
    expect(read('MIT')).toEqual({ kind: 'licence', licenceId: 'MIT', isOrLater: false, exception: null })
    expect(read('GPL-2.0-only WITH Classpath-exception-2.0')).toMatchObject({ exception: 'Classpath-exception-2.0' })
    expect(read('Apache-1.1+')).toMatchObject({ licenceId: 'Apache-1.1', isOrLater: true })
  })
  test('binds AND before OR, and brackets before both', () => {
    expect(read('MIT OR ISC AND Zlib')).toMatchObject({ kind: 'or', right: { kind: 'and' } })
    expect(read('(MIT OR ISC) AND Zlib')).toMatchObject({ kind: 'and', left: { kind: 'or' } })
  })
  test('may name licences of our own', () => {
    expect(licencesIn(read('LicenseRef-qwen-2024 AND (MIT OR MIT)'))).toEqual(['LicenseRef-qwen-2024', 'MIT'])
  })
})

describe('what is not an expression is refused with what is wrong and how to write it', () => {
  test.each([
    ['', 'expression.empty'],
    ['MIT '.repeat(300), 'expression.too-long'],
    ['MIT or ISC', 'expression.operator'],
    ['MIT AND', 'expression.syntax'],
    ['(MIT', 'expression.syntax'],
    ['MIT ISC', 'expression.syntax'],
    ['MIT WITH nothing-known', 'expression.syntax'],
    ['Apache 2', 'expression.unknown-licence'],
    ['constructor', 'expression.unknown-licence'],
  ])('%s', (source, rule) => expect(refusal(source)).toMatchObject({ field: '/licence', rule }))

  test('a hub tag is never read as an identifier, only shown what the table knows it as', () => {
    expect(refusal('apache-2.0')).toMatchObject({ rule: 'expression.unknown-licence', remedy: 'Write Apache-2.0.' })
    // The near-miss that a correcting parser would turn into another licence.
    expect(refusal('cdla-permissive-2')?.remedy).not.toContain('CDL-1.0')
  })
})
