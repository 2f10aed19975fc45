import { describe, expect, test } from 'vitest'
import { countByOpenness, isLicenceSort, type LedgerLicence, LICENCE_SORTS, viewLicences } from './licence-view.ts'

const licence = (id: string, changes: Partial<LedgerLicence> = {}): LedgerLicence => ({
  id,
  name: `The ${id} licence`,
  openness: 'unknown',
  hasTerms: false,
  texts: 0,
  verdicts: {},
  models: 0,
  deployments: 0,
  teams: 0,
  lastChangeAt: null,
  ...changes,
})

const LICENCES = [
  licence('A', { models: 2, deployments: 1, teams: 1, openness: 'permissive', hasTerms: true }),
  licence('B', { models: 9, texts: 1, verdicts: { MATCH: 1, MODIFIED: 2 }, lastChangeAt: new Date('2026-11-02') }),
  licence('C', { models: 1, deployments: 7, teams: 2, openness: 'research', lastChangeAt: new Date('2026-11-20') }),
]
const idsOf = (view: Parameters<typeof viewLicences>[1]) => viewLicences(LICENCES, view).map(({ id }) => id)

describe('the view of licences', () => {
  test('starts with what most deployments stand under, then what most models do', () => {
    expect(idsOf({})).toEqual(['C', 'A', 'B'])
    expect(
      viewLicences(
        LICENCES.map((one) => ({ ...one, deployments: null })),
        {},
      ).map(({ id }) => id),
    ).toEqual(['B', 'A', 'C'])
  })

  test('is ordered both ways by each column, with what has no value last', () => {
    for (const sort of LICENCE_SORTS) expect(idsOf({ sort })).toHaveLength(3)
    expect(idsOf({ sort: 'lastChangeAt' })).toEqual(['B', 'C', 'A'])
    expect(idsOf({ sort: '-lastChangeAt' })).toEqual(['C', 'B', 'A'])
    expect(idsOf({ sort: 'openness' })).toEqual(['A', 'C', 'B'])
  })

  test('keeps what a filter asks for: words of name or id, openness, terms, use, verdict', () => {
    expect(idsOf({ q: ' the b ' })).toEqual(['B'])
    expect(idsOf({ openness: 'research' })).toEqual(['C'])
    expect(idsOf({ terms: 'read' })).toEqual(['A'])
    expect(idsOf({ terms: 'unread' })).toEqual(['C', 'B'])
    expect(idsOf({ use: 'deployments' })).toEqual(['C', 'A'])
    expect(idsOf({ use: 'models' })).toEqual(['C', 'A', 'B'])
    expect(idsOf({ verdict: 'MODIFIED' })).toEqual(['B'])
    expect(idsOf({ verdict: 'PARTIAL' })).toEqual([])
  })

  test('counts each step of openness as the list would be without that filter', () => {
    const counts = countByOpenness(LICENCES, { openness: 'research', use: 'deployments' })
    expect([...counts]).toEqual([
      ['permissive', 1],
      ['conditional', 0],
      ['research', 1],
      ['unknown', 0],
    ])
  })

  test('knows which orders there are', () => {
    expect(isLicenceSort('-teams')).toBe(true)
    expect(isLicenceSort('constructor')).toBe(false)
  })
})
