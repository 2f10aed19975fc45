import { z } from 'zod'
import type { TimelineEvent } from './events.ts'
import type { PublisherRecord } from './publisher-record.ts'

const DIRECTIONS = ['open', 'closed', 'mixed', 'none'] as const
export type RecordDirection = (typeof DIRECTIONS)[number]

/** What the record of a publisher is filtered by. */
export const recordViewSchema = z.object({
  direction: z.enum(DIRECTIONS).optional(),
  grade: z.enum(['announced', 'reported', 'denied']).optional(),
  contradictions: z.literal('true').optional(),
})
export type RecordView = z.infer<typeof recordViewSchema>

/** The events of a view, newest first. */
export function viewRecord(record: PublisherRecord, view: RecordView): TimelineEvent[] {
  const disputed = new Set(record.contradictions.flatMap((contradiction) => contradiction.events))
  return record.events
    .filter(
      (event) =>
        (view.direction === undefined || directionOf(event) === view.direction) &&
        (view.grade === undefined || event.grade === view.grade) &&
        (view.contradictions === undefined || disputed.has(event)),
    )
    .toReversed()
}

/** How many events point each way, whatever way the view names. */
export function countDirections(record: PublisherRecord, view: RecordView): Record<RecordDirection, number> {
  const counts = { open: 0, closed: 0, mixed: 0, none: 0 }
  for (const event of viewRecord(record, { ...view, direction: undefined })) counts[directionOf(event)] += 1
  return counts
}

function directionOf({ direction }: TimelineEvent): RecordDirection {
  if (direction === null) return 'none'
  if (direction === 'mixed') return 'mixed'
  return direction.endsWith('more-open') ? 'open' : 'closed'
}
