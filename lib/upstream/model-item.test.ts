import { describe, expect, test } from 'vitest'
import { toCsv } from '#lib/shared/csv.ts'
import { type ListedModel, MODEL_COLUMNS, modelItem } from './model-item.ts'

const row: ListedModel = {
  modelId: 'm',
  name: 'Qwen/Qwen3-8B',
  registry: 'hf',
  publisher: 'Qwen',
  family: 'Qwen3',
  kind: 'weights',
  lineage: 'general',
  generation: '3',
  tier: 'small',
  task: 'text-generation',
  paramsTotalB: 8.19,
  contextTokens: 32768,
  releaseOn: new Date('2026-03-01'),
  releasePrecision: 'month',
  licenceId: 'Apache-2.0',
  licenceBasis: 'identified',
  hasMismatch: false,
  openness: 'permissive',
}
const catalogue = { compiledOn: new Date('2026-11-23'), source: 'qwen-catalogue@2026-11-23' }

describe('a model as it is given out', () => {
  test('names no day where only the month is known, and no date where none is', () => {
    const released = (given: Partial<ListedModel>) =>
      modelItem({ ...row, ...given }, { kind: 'never-looked' }, null).released
    expect(released({})).toEqual({ on: '2026-03', precision: 'month' })
    expect(released({ releasePrecision: 'day' })).toEqual({ on: '2026-03-01', precision: 'day' })
    expect(released({ releaseOn: null, releasePrecision: null })).toBeNull()
  })

  test('is as of the look that saw it, else as of the catalogue', () => {
    const at = new Date('2026-11-25T10:00:00Z')
    const seen = {
      kind: 'seen' as const,
      state: 'open',
      since: at,
      lastSeenAt: at,
      source: 'https://hub/Qwen/Qwen3-8B',
    }
    expect(modelItem(row, { ...seen, freshness: { state: 'fresh', at } }, catalogue)).toMatchObject({
      asOf: '2026-11-25T10:00:00.000Z',
      source: 'https://hub/Qwen/Qwen3-8B',
    })
    expect(modelItem(row, { kind: 'never-looked' }, catalogue)).toMatchObject({
      upstream: { state: 'never-looked', freshness: null },
      asOf: '2026-11-23T00:00:00.000Z',
      source: 'qwen-catalogue@2026-11-23',
    })
  })

  test('cannot run as a formula in a spreadsheet', () => {
    const item = modelItem({ ...row, name: '=cmd|calc' }, { kind: 'nowhere' }, null)
    expect(toCsv(MODEL_COLUMNS, [item])).toContain("'=cmd|calc")
  })
})
