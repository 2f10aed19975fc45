import { describe, expect, test } from 'vitest'
import {
  type EffectiveReading,
  effectiveReading,
  type Opinion,
  type RuleEntry,
  readTermsOf,
  type StoredReading,
} from './reading.ts'
import { findTermsFor } from './terms.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
let made = 0

function reading(on: number, changes: Partial<StoredReading> = {}, value = 'forbidden'): StoredReading {
  made += 1
  return {
    id: `reading-${String(made).padStart(4, '0')}`,
    status: 'concluded',
    engineVersion: null,
    reason: 'Clause 2 says so.',
    recordedBy: 'rea',
    recordedByName: 'Rea',
    recordedAt: day(on),
    terms: [
      { term: 'commercial_use', value, section: '2', start: 10, end: 20, sentence: 'the words', confidence: 'high' },
    ],
    opinions: [],
    ...changes,
  }
}

const agreed = (on: number, by: string, agrees = true): Opinion => ({
  agrees,
  comment: 'Read it.',
  personId: by,
  personName: by,
  at: day(on),
})
const TWO_PERSONS: RuleEntry[] = [{ needsSecondPerson: true, at: day(1) }]
const row = findTermsFor('MIT', 'MATCH')
const of = (readings: StoredReading[], rules: RuleEntry[] = [], at: Date | null = null) =>
  effectiveReading({ row, readings, rules }, at)
const commercial = (read: EffectiveReading) => read.terms[0]

describe('what a text is taken to say', () => {
  test('is the shipped row where nobody concluded anything, and nothing where there is no row', () => {
    expect(commercial(of([]))).toMatchObject({ basis: 'shipped', value: 'allowed', concluded: null, waiting: [] })
    const unread = effectiveReading({ row: null, readings: [], rules: [] })
    expect(commercial(unread)).toMatchObject({ basis: null, value: null, confidence: 'none' })
    expect(readTermsOf(unread)).toBeNull()
  })
  test('is what a person concluded, term by term, with the machine’s beside it and who, when and why', () => {
    const read = of([reading(3)])
    expect(commercial(read)).toMatchObject({
      basis: 'concluded',
      value: 'forbidden',
      concluded: { by: 'Rea', at: day(3), reason: 'Clause 2 says so.' },
      shipped: { value: 'allowed' },
    })
    expect(read.terms.filter((term) => term.basis === 'concluded')).toHaveLength(1)
    expect(readTermsOf(read)?.terms.commercial_use).toMatchObject({
      value: 'forbidden',
      section: '2',
      confidence: 'high',
    })
  })
  test('follows the newest conclusion', () => {
    expect(commercial(of([reading(3), reading(5, {}, 'registration_required')]))?.value).toBe('registration_required')
  })
  test('never follows a proposal', () => {
    const proposal = reading(3, { status: 'proposed', engineVersion: 'patterns-1', recordedBy: null, reason: null })
    expect(commercial(of([proposal]))).toMatchObject({ basis: 'shipped', proposed: { value: 'forbidden' } })
    const alone = effectiveReading({ row: null, readings: [proposal], rules: [] })
    expect(commercial(alone)).toMatchObject({ basis: null, value: null, proposed: { engineVersion: 'patterns-1' } })
    expect(readTermsOf(alone)).toBeNull()
  })
})

describe('where a second person is asked for', () => {
  test('a conclusion waits until somebody else agrees', () => {
    expect(commercial(of([reading(3)], TWO_PERSONS))).toMatchObject({ basis: 'shipped', waiting: [{ by: 'Rea' }] })
    const seen = of([reading(3, { opinions: [agreed(4, 'ada')] })], TWO_PERSONS)
    expect(commercial(seen)).toMatchObject({ basis: 'concluded', concluded: { agreedBy: ['ada'] }, waiting: [] })
  })
  test('neither a disagreement nor the author’s own agreement lets it count', () => {
    const opinions = [agreed(4, 'ada', false), agreed(4, 'rea')]
    expect(commercial(of([reading(3, { opinions })], TWO_PERSONS))?.basis).toBe('shipped')
  })
  test('only readings concluded from then on wait, and lifting the rule lets none through', () => {
    const later: RuleEntry[] = [{ needsSecondPerson: true, at: day(4) }]
    expect(commercial(of([reading(3)], later))?.basis).toBe('concluded')
    const lifted = [...TWO_PERSONS, { needsSecondPerson: false, at: day(5) }]
    expect(commercial(of([reading(3)], lifted))?.basis).toBe('shipped')
    expect(commercial(of([reading(6)], lifted))?.basis).toBe('concluded')
  })
  test('one that waits does not displace an older one that counts', () => {
    const read = of([reading(3, { opinions: [agreed(4, 'ada')] }), reading(6, {}, 'allowed')], TWO_PERSONS)
    expect(commercial(read)).toMatchObject({ value: 'forbidden', waiting: [{ value: 'allowed' }] })
  })
})

describe('as it was known at an instant', () => {
  test('leaves out what was concluded, agreed or ruled later', () => {
    const readings = [reading(3, { opinions: [agreed(5, 'ada')] })]
    expect(commercial(of(readings, TWO_PERSONS, day(2)))).toMatchObject({ basis: 'shipped', waiting: [] })
    expect(commercial(of(readings, TWO_PERSONS, day(4)))).toMatchObject({ basis: 'shipped', waiting: [{ by: 'Rea' }] })
    expect(commercial(of(readings, TWO_PERSONS, day(5)))?.basis).toBe('concluded')
  })
})
