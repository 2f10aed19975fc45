import { describe, expect, test } from 'vitest'
import { compiledOn, factsOf, isLicenceContradicted, type SaidClaim } from './model-facts.ts'

const said = (given: Partial<SaidClaim>): SaidClaim => ({
  id: 'a',
  property: 'paramsTotalB',
  value: 8,
  origin: 'catalogue',
  grade: 'announced',
  confidence: 'verified',
  asOf: new Date('2026-11-23'),
  recordedAt: new Date('2026-11-25'),
  sourceRefs: [],
  ...given,
})

describe('the facts of a model', () => {
  test('show what the hub was seen to say, and keep what the catalogue says beside it', () => {
    const [fact] = factsOf([
      said({ id: 'catalogue' }),
      said({ id: 'hub', origin: 'hub', grade: 'observed', value: 8.19 }),
    ])
    expect(fact?.shown?.id).toBe('hub')
    expect(fact?.others.map(({ claim, isContradicting }) => [claim.id, isContradicting])).toEqual([['catalogue', true]])
  })

  test('mark no contradiction where two sources say the same', () => {
    const [fact] = factsOf([said({ id: 'catalogue' }), said({ id: 'hub', origin: 'hub', grade: 'observed' })])
    expect(fact?.others[0]?.isContradicting).toBe(false)
  })

  test('never show what was denied, nor drop it', () => {
    const [fact] = factsOf([said({ id: 'no', grade: 'denied' })])
    expect([fact?.shown, fact?.denied.map((claim) => claim.id)]).toEqual([null, ['no']])
  })

  test('come in one order, whatever the order of claims', () => {
    const claims = ['releaseOn', 'unheard-of', 'productName', 'task'].map((property) => said({ property }))
    const order = ['productName', 'task', 'releaseOn', 'unheard-of']
    expect(factsOf(claims).map((fact) => fact.property)).toEqual(order)
    expect(factsOf(claims.toReversed()).map((fact) => fact.property)).toEqual(order)
  })
})

test('a data set is as of the day it was compiled', () => {
  expect(compiledOn('2026-11-23+419612e8184b')?.toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(compiledOn('01a21256-dc2b-7fca-b023-b5e3216fa42a')).toBeNull()
})

test('a licence the catalogue names is contradicted by another at the hub, never by silence', () => {
  const claim = said({ property: 'licence', value: { licenceId: 'Apache-2.0', name: 'Apache License 2.0' } })
  const shown = (licenceId: string | null, licenceBasis: string | null) =>
    isLicenceContradicted(claim, { licenceId, licenceBasis })
  expect([shown('MIT', 'identified'), shown('MIT', 'declared')]).toEqual([true, true])
  expect([shown('Apache-2.0', 'identified'), shown('Apache-2.0', 'catalogue'), shown(null, null)]).toEqual([
    false,
    false,
    false,
  ])
  expect(
    isLicenceContradicted(said({ value: { licenceId: null } }), { licenceId: 'MIT', licenceBasis: 'identified' }),
  ).toBe(false)
})
