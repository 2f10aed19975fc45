import { describe, expect, test } from 'vitest'
import { type Identification, unknownText } from './identification.ts'
import { differingClauses, nearestRelative } from './nearest-relative.ts'

const identified = (changes: Partial<Identification>): Identification => ({
  ...unknownText('test'),
  closest: { licenceId: 'MIT', similarity: 0.9 },
  ...changes,
})

describe('the nearest relative', () => {
  test('is the closest licence whose terms were read, for a text that has none of its own', () => {
    expect(nearestRelative(identified({}))).toMatchObject({ licenceId: 'MIT', similarity: 0.9, row: { id: 'MIT' } })
    expect(nearestRelative(identified({ verdict: 'MODIFIED' }))?.licenceId).toBe('MIT')
  })
  test('is nobody’s where the text has a row itself, where nothing is near, or nobody has read what is', () => {
    expect(nearestRelative(identified({ verdict: 'MATCH', licenceId: 'Apache-2.0' }))).toBeNull()
    expect(nearestRelative(identified({ closest: null }))).toBeNull()
    expect(nearestRelative(identified({ closest: { licenceId: 'MIT', similarity: 0.3 } }))).toBeNull()
    expect(nearestRelative(identified({ closest: { licenceId: 'Elastic-2.0', similarity: 0.9 } }))).toBeNull()
    expect(nearestRelative(null)).toBeNull()
  })
  test('is no use policy, which is no licence', () => {
    const closest = { licenceId: 'LicenseRef-llama3-use-policy', similarity: 0.9 }
    expect(nearestRelative(identified({ closest }))).toBeNull()
  })
})

test('only the clauses that differ are shown, with their place in the text at hand', () => {
  const theirs = '1. You may use it.\n\n2. You may sell copies of the Software to anybody.\n\n3. No warranty.'
  const own =
    '1. You may use it.\n\n2. You may not sell copies of the Software to anybody.\n\n3. No warranty.\n\n4. Say so.'
  const { clauses, total, isComplete } = differingClauses(theirs, own)
  expect([clauses.length, total, isComplete]).toEqual([2, 2, true])
  expect(clauses.map((clause) => clause.kind)).toEqual(['changed', 'added'])
  const [changed] = clauses
  expect(changed?.place && own.slice(changed.place.start, changed.place.end)).toBe(changed?.own)
  expect(changed?.own).toContain('may not sell')
})
