import { describe, expect, test } from 'vitest'
import { isFamilySort, type ListedFamily, viewFamilies } from './family-list.ts'

const family = (name: string, models: number, lastOn: string | null): ListedFamily => ({
  id: name,
  name,
  publisher: 'Qwen',
  models,
  weights: models,
  apiOnly: 0,
  undated: 0,
  firstOn: null,
  lastOn: lastOn === null ? null : new Date(lastOn),
  firstPrecision: null,
  lastPrecision: lastOn === null ? null : 'day',
})
const families = [family('Qwen3', 9, '2025-07-01'), family('QwQ', 9, null), family('Qwen3.8', 2, '2026-08-01')]
const names = (view: Parameters<typeof viewFamilies>[1]) => viewFamilies(families, view).map(({ name }) => name)

describe('the list of families', () => {
  test('begins with what came out last, and ends with what has no date', () => {
    expect(names({})).toEqual(['Qwen3.8', 'Qwen3', 'QwQ'])
    expect(names({ sort: 'lastOn' })).toEqual(['Qwen3', 'Qwen3.8', 'QwQ'])
  })

  test('orders equals by name in either direction', () => {
    expect(names({ sort: '-models' })).toEqual(['Qwen3', 'QwQ', 'Qwen3.8'])
    expect(names({ sort: 'models' })).toEqual(['Qwen3.8', 'Qwen3', 'QwQ'])
  })

  test('finds part of a name in any case', () => {
    expect(names({ q: 'qWEN3.' })).toEqual(['Qwen3.8'])
  })

  test('cannot be ordered by what it does not hold', () => {
    expect([isFamilySort('-models'), isFamilySort('id'), isFamilySort('--name')]).toEqual([true, false, false])
  })
})
