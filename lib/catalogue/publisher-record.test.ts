import { describe, expect, test } from 'vitest'
import { contradictedBy, publisherRecord } from './publisher-record.ts'
import { shippedEvents } from './shipped.ts'

describe('the dated record of a publisher', () => {
  test('is there for the publisher it is about, and for no other', () => {
    const record = publisherRecord(shippedEvents(), 'Qwen')
    expect(record?.events).toHaveLength(82)
    expect(record?.evidenceUntil).toContain('2026-10')
    expect(publisherRecord(shippedEvents(), 'Somebody')).toBeNull()
  })

  test('puts statements that contradict beside each other from both sides', () => {
    const record = publisherRecord(shippedEvents(), 'Qwen')
    if (!record) throw new Error('No record of Qwen is shipped.')
    const beside = (id: string) =>
      record.events
        .filter((event) => event.id === id)
        .flatMap((event) => contradictedBy(record, event).map((e) => e.id))
    expect([beside('qe-079'), beside('qe-080'), beside('qe-082')]).toEqual([['qe-080'], ['qe-079'], []])
  })
})
