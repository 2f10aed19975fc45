import { describe, expect, test } from 'vitest'
import { type ModelSighting, modelStanding, type WatchedSource } from './model-standing.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour))
const source: WatchedSource = {
  id: 's',
  owner: 'Qwen',
  endpoint: 'https://hub.example',
  health: 'fresh',
  since: null,
  lastGood: { endedAt: at(9) },
}
const sighting: ModelSighting = {
  modelId: 'm',
  repositoryId: 'r',
  sourceId: 's',
  name: 'Qwen/Qwen3-8B',
  state: 'open',
  since: at(1),
  lastSeenAt: at(9),
  observationId: 'o',
}
const model = { kind: 'weights', registry: 'hf', name: 'Qwen/Qwen3-8B' }

describe('how a model stands at its hub', () => {
  test('is what the last look saw, as current as its source', () => {
    expect(modelStanding(model, sighting, [source])).toEqual({
      kind: 'seen',
      state: 'open',
      since: at(1),
      lastSeenAt: at(9),
      freshness: { state: 'fresh', at: at(9) },
      source: 'https://hub.example/Qwen/Qwen3-8B',
    })
  })

  test('keeps the last good sighting while the source fails, and says since when', () => {
    const failing = { ...source, health: 'failing' as const, since: at(7) }
    expect(modelStanding(model, sighting, [failing])).toMatchObject({
      state: 'open',
      freshness: { state: 'failing', at: at(7) },
    })
  })

  test('does not call a list current that was read before its source failed', () => {
    const failing = { ...source, health: 'failing' as const, since: at(7) }
    expect(modelStanding(model, null, [failing])).toMatchObject({
      kind: 'not-listed',
      freshness: { state: 'failing', at: at(7) },
    })
  })

  test('grows stale when nobody watches the place any more', () => {
    expect(modelStanding(model, sighting, [])).toMatchObject({ freshness: { state: 'stale', at: at(9) } })
  })

  test('is not listed where the whole list was read without it, and never looked at where it was not', () => {
    expect(modelStanding(model, null, [source])).toMatchObject({ kind: 'not-listed', at: at(9) })
    expect(modelStanding(model, null, [{ ...source, lastGood: null }])).toEqual({ kind: 'never-looked' })
    expect(modelStanding({ ...model, name: 'Other/Model' }, null, [source])).toEqual({ kind: 'never-looked' })
  })

  test('is nowhere for a product that has no weights', () => {
    expect(modelStanding({ kind: 'api_only', registry: 'provider', name: 'qwen3-max' }, null, [source])).toEqual({
      kind: 'nowhere',
    })
  })
})
