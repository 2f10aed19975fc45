import { describe, expect, test } from 'vitest'
import { contradictions } from './contradictions.ts'
import { readEventDataset, timelineOf } from './events.ts'
import { shippedEvents } from './shipped.ts'

const dataset = shippedEvents()
const timeline = timelineOf(dataset)

function event(id: string) {
  const found = timeline.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`${id} is not on the time line`)
  return found
}

describe('the time line', () => {
  test('holds all 82 events in order of time', () => {
    expect(timeline).toHaveLength(82)
    expect(timeline.map(({ on }) => on)).toEqual(timeline.map(({ on }) => on).toSorted())
    expect(event('qe-046')).toMatchObject({ on: '2026-01-01', precision: 'month' })
  })

  test('what stands in the publisher’s documents is announced, press and community catalogues report', () => {
    expect(event('qe-001')).toMatchObject({ grade: 'announced', confidence: 'verified' })
    expect(event('qe-068')).toMatchObject({ grade: 'announced' })
    expect(event('qe-066')).toMatchObject({ grade: 'reported', confidence: 'verified' })
    expect(event('qe-058')).toMatchObject({ grade: 'reported' })
  })

  test('an issue thread at the publisher’s is somebody else speaking', () => {
    expect(event('qe-012').grade).toBe('reported')
  })

  test('an unverified claim is reported and uncertain, whoever repeats it', () => {
    expect(event('qe-056')).toMatchObject({ grade: 'reported', confidence: 'uncertain' })
    const [first] = dataset.events
    if (!first) throw new Error('no events')
    const claim = { ...first, kind: 'claim-unverified' as const }
    expect(timelineOf({ ...dataset, events: [claim] })).toMatchObject([{ grade: 'reported', confidence: 'uncertain' }])
  })

  test('a denial is a denial, not an announcement', () => {
    const [first] = dataset.events
    if (!first) throw new Error('no events')
    expect(timelineOf({ ...dataset, events: [{ ...first, kind: 'denial' }] })[0]?.grade).toBe('denied')
  })

  test('every source leads to the very version that was read, where there is one', () => {
    expect(event('qe-001').sources).toEqual([
      {
        title: 'github.com/QwenLM/Qwen README.md',
        url: 'https://github.com/QwenLM/Qwen/blob/ba2d85a13b28/README.md',
        isPublishers: true,
      },
    ])
  })

  test('a record with an unknown signal or a double id is refused by name', () => {
    const [first, second] = dataset.events
    if (!first || !second) throw new Error('no events')
    const events = [first, { ...second, id: first.id, signals: ['omen'] }]
    expect(() => readEventDataset({ ...dataset, events })).toThrow(/qe-001: named twice\nqe-001: signal "omen"/)
    expect(() => readEventDataset({ ...dataset, events: [{ ...first, kind: 'gossip' }] })).toThrow(/events\.0\.kind/)
  })
})

describe('contradictions', () => {
  const found = contradictions(timeline)
  const shown = found.map(({ because, events }) => [because, ...events.map(({ id }) => id)])

  test('the promise to open Qwen2.5-Max stands beside its release as a service', () => {
    expect(found).toContainEqual({
      because: 'promise-against-api-only',
      models: ['qwen-max-2025-01-25'],
      events: [event('qe-023'), event('qe-024')],
    })
  })

  test('the research licence of Qwen-Image-2.1 stands beside the statement about its outputs', () => {
    expect(shown).toContainEqual(['opposite-directions', 'qe-079', 'qe-080'])
  })

  test('a README that says other than the licence file contradicts by itself', () => {
    expect(shown.filter(([because]) => because === 'documents-disagree').map(([, id]) => id)).toEqual([
      'qe-003',
      'qe-010',
      'qe-012',
      'qe-028',
    ])
  })

  test('these are all there are', () => {
    expect(shown).toHaveLength(6)
  })

  const blank = { ...event('qe-001'), signals: [] }

  test('closing long after opening is history, not a contradiction', () => {
    const opened = { ...blank, on: '2025-01-01', models: ['Qwen/A'], direction: 'more-open' as const }
    const closed = { ...opened, id: 'b', direction: 'less-open' as const }
    expect(contradictions([opened, { ...closed, on: '2025-03-01' }])).toHaveLength(1)
    expect(contradictions([opened, { ...closed, on: '2026-01-01' }])).toEqual([])
  })

  test('a name ending in a star means every model that begins so, and dots mean dots', () => {
    const opened = { ...blank, models: ['Qwen/Qwen2.5-*'], direction: 'more-open' as const }
    const closed = { ...blank, id: 'b', direction: 'less-open' as const }
    expect(contradictions([opened, { ...closed, models: ['Qwen/Qwen2.5-3B'] }])).toMatchObject([
      { models: ['Qwen/Qwen2.5-3B'] },
    ])
    expect(contradictions([opened, { ...closed, models: ['Qwen/Qwen2x5-3B'] }])).toEqual([])
  })

  test('an unverified claim about a model stands beside its release as a service', () => {
    const claim = { ...blank, kind: 'claim-unverified' as const, models: ['qwen-x'] }
    const release = { ...blank, id: 'b', kind: 'api-only' as const, models: ['qwen-x'] }
    expect(contradictions([claim, release])).toMatchObject([{ because: 'claim-against-api-only' }])
  })
})
