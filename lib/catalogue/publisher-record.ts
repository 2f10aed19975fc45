import { type Contradiction, contradictions } from './contradictions.ts'
import { type EventDataset, type TimelineEvent, timelineOf } from './events.ts'

/** What is shipped about one publisher, dated. */
export interface PublisherRecord {
  compiledOn: string
  /** How new the newest material read is, in the data set's own words. */
  evidenceUntil: string
  /** In order of time. */
  events: TimelineEvent[]
  contradictions: Contradiction[]
}

/** The dated record of a publisher; null where the data set is about another. */
export function publisherRecord(dataset: EventDataset, publisher: string): PublisherRecord | null {
  if (dataset.publisher.name !== publisher) return null
  const events = timelineOf(dataset)
  return {
    compiledOn: dataset.compiled,
    evidenceUntil: dataset.evidence_until,
    events,
    contradictions: contradictions(events),
  }
}

/** The statements that say otherwise than one event, as its record pairs them. */
export function contradictedBy(record: PublisherRecord, event: TimelineEvent): TimelineEvent[] {
  return record.contradictions
    .filter((contradiction) => contradiction.events.includes(event))
    .flatMap((contradiction) => contradiction.events.filter((other) => other !== event))
}
