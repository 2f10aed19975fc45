import { describe, expect, test } from 'vitest'
import { claimsOf } from './claims.ts'
import { familyShare, quarterOf, UNDATED } from './family-share.ts'
import { shippedCatalogue } from './shipped.ts'

describe('the share of weights and API-only by quarter', () => {
  test('counts a quarter without a release as none, and keeps undated models off the time axis', () => {
    const share = familyShare([
      { family: 'A', kind: 'weights', releaseOn: '2025-12-31' },
      { family: 'A', kind: 'api_only', releaseOn: '2026-04-01' },
      { family: null, kind: 'api_only', releaseOn: null },
    ])
    expect(share.quarters).toEqual([
      { quarter: '2025-Q4', isUndated: false, weights: 1, apiOnly: 0, total: 1 },
      { quarter: '2026-Q1', isUndated: false, weights: 0, apiOnly: 0, total: 0 },
      { quarter: '2026-Q2', isUndated: false, weights: 0, apiOnly: 1, total: 1 },
      { quarter: UNDATED, isUndated: true, weights: 0, apiOnly: 1, total: 1 },
    ])
    expect(
      share.families.map(({ family, total, undated, firstQuarter, lastQuarter }) => [
        family,
        total,
        undated,
        firstQuarter,
        lastQuarter,
      ]),
    ).toEqual([
      ['A', 2, 0, '2025-Q4', '2026-Q2'],
      ['no family', 1, 1, null, null],
    ])
  })

  test('a month is enough for a quarter', () => {
    expect([quarterOf('2026-02'), quarterOf('2026-12-31'), quarterOf(null)]).toEqual(['2026-Q1', '2026-Q4', null])
  })

  test('of nothing there is nothing to draw', () => {
    expect(familyShare([])).toEqual({ weights: 0, apiOnly: 0, total: 0, quarters: [], families: [] })
  })

  test('the shipped catalogue adds up, 74 of 312 undated', () => {
    const dataset = shippedCatalogue()
    const models = claimsOf(dataset).map(({ family, kind }, at) => ({
      family,
      kind,
      releaseOn: dataset.entries[at]?.release_date ?? null,
    }))
    const share = familyShare(models)
    expect(share).toMatchObject({ weights: 273, apiOnly: 39, total: 312 })
    expect(share.quarters.at(-1)).toMatchObject({ quarter: UNDATED, total: 74 })
    expect(share.quarters[0]?.quarter).toBe('2023-Q3')
    const sum = (rows: readonly { total: number }[]) => rows.reduce((total, row) => total + row.total, 0)
    expect(sum(share.quarters)).toBe(312)
    expect(sum(share.families.flatMap((family) => family.quarters))).toBe(312)
    expect(share.families.find(({ family }) => family === 'Qwen3.7')).toMatchObject({
      weights: 0,
      apiOnly: 3,
      undated: 0,
    })
  })
})
