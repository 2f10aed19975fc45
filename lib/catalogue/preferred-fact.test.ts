import { describe, expect, test } from 'vitest'
import { preferredFact, type Standing, standingOf } from './preferred-fact.ts'

function said(standing: Standing, value: string, day = 1) {
  return { standing, value, recordedAt: new Date(Date.UTC(2026, 10, day)) }
}

describe('the preferred fact', () => {
  test('a person beats what we saw, we beat the publisher, the publisher beats the catalogue, the catalogue beats the press', () => {
    const all = [
      said('reported', 'e'),
      said('catalogue', 'd'),
      said('announced', 'c'),
      said('observed', 'b'),
      said('concluded', 'a'),
    ]
    const { shown, others } = preferredFact(all)
    expect(shown?.value).toBe('a')
    expect(others.map(({ claim }) => claim.value)).toEqual(['b', 'c', 'd', 'e'])
  })

  test('among equals the newest is shown, in whatever order they come', () => {
    const older = said('observed', 'old', 1)
    const newer = said('observed', 'new', 2)
    expect(preferredFact([older, newer]).shown).toBe(newer)
    expect(preferredFact([newer, older]).shown).toBe(newer)
  })

  test('a newer but weaker claim does not displace a stronger one', () => {
    expect(preferredFact([said('announced', 'kept', 1), said('reported', 'late', 9)]).shown?.value).toBe('kept')
  })

  test('the losers stay, those that contradict marked apart from those that agree', () => {
    const { others } = preferredFact([
      said('observed', 'apache-2.0'),
      said('announced', 'apache-2.0'),
      said('reported', 'mit'),
    ])
    expect(others.map(({ isContradicting }) => isContradicting)).toEqual([false, true])
  })

  test('claims of one instant always fall in the same order', () => {
    const [a, b] = [said('catalogue', 'a'), said('catalogue', 'b')]
    expect(preferredFact([a, b]).shown).toBe(preferredFact([b, a]).shown)
  })

  test('without a claim there is nothing to show', () => {
    expect(preferredFact([])).toEqual({ shown: null, others: [] })
  })
})

describe('the standing of a stored claim', () => {
  test('what is shipped and reported stands as catalogue, what anybody else reports below it', () => {
    expect(standingOf({ grade: 'reported', isShipped: true, isConcluded: false })).toBe('catalogue')
    expect(standingOf({ grade: 'reported', isShipped: false, isConcluded: false })).toBe('reported')
    expect(standingOf({ grade: 'announced', isShipped: true, isConcluded: false })).toBe('announced')
    expect(standingOf({ grade: 'reported', isShipped: false, isConcluded: true })).toBe('concluded')
  })

  test('what was denied is never a fact', () => {
    expect(standingOf({ grade: 'denied', isShipped: false, isConcluded: false })).toBeNull()
  })
})
