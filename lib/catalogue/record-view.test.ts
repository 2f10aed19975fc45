import { describe, expect, test } from 'vitest'
import { publisherRecord } from './publisher-record.ts'
import { countDirections, viewRecord } from './record-view.ts'
import { shippedEvents } from './shipped.ts'

const record = publisherRecord(shippedEvents(), 'Qwen')
if (!record) throw new Error('No record of Qwen is shipped.')

describe('a view of a publisher’s record', () => {
  test('begins with the newest event', () => {
    const events = viewRecord(record, {})
    expect(events).toHaveLength(record.events.length)
    expect(events[0]).toBe(record.events.at(-1))
  })

  test('counts every event in exactly one direction', () => {
    const counts = countDirections(record, {})
    expect(counts.open + counts.closed + counts.mixed + counts.none).toBe(record.events.length)
    for (const direction of ['open', 'closed', 'mixed', 'none'] as const)
      expect(viewRecord(record, { direction })).toHaveLength(counts[direction])
  })

  test('counts directions within what else is filtered, whatever direction is shown', () => {
    const reported = viewRecord(record, { grade: 'reported' })
    const counts = countDirections(record, { grade: 'reported', direction: 'open' })
    expect(counts.open + counts.closed + counts.mixed + counts.none).toBe(reported.length)
  })

  test('can show only what stands in a contradiction', () => {
    const ids = viewRecord(record, { contradictions: 'true' }).map((event) => event.id)
    expect(ids).toContain('qe-080')
    expect(ids).not.toContain('qe-082')
  })
})
