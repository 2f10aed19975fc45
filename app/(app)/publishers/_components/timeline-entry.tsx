import { TextLink } from '#app/_ui/text-link.tsx'
import type { TimelineEntry } from '#app/_ui/timeline.tsx'
import type { TimelineEvent } from '#lib/catalogue/events.ts'
import { DIRECTION_WORDS, eventKindText } from '#lib/catalogue/sentences.en.ts'

/** An event as the time line shows it, with the statements that say otherwise. */
export function timelineEntry(event: TimelineEvent, publisher: string, against: TimelineEvent[]): TimelineEntry {
  return {
    id: event.id,
    on: new Date(`${event.on}T00:00:00Z`),
    precision: event.precision,
    title: event.title,
    sentence: <EventStory event={event} />,
    grade: event.grade,
    who: speakerOf(event, publisher),
    ...(against.length === 0
      ? {}
      : {
          contradictedBy: against.map((other) => ({
            ...timelineEntry(other, publisher, []),
            id: `${event.id}-against-${other.id}`,
          })),
        }),
  }
}

function speakerOf(event: TimelineEvent, publisher: string): string {
  return event.grade === 'announced' ? `${publisher}, ${event.confidence}` : `Others, ${event.confidence}`
}

function EventStory({ event }: { event: TimelineEvent }) {
  const facts = [
    eventKindText(event.kind),
    ...(event.direction === null ? [] : [`our reading: ${DIRECTION_WORDS[event.direction]}`]),
  ]
  // A summary that only repeats the title tells nothing twice.
  const hasMore = event.summary.replace(/\.$/, '') !== event.title
  return (
    <>
      {hasMore && <p>{event.summary}</p>}
      <p className="text-sm">{facts.join(' · ')}</p>
      {event.models.length > 0 && <p className="text-sm [overflow-wrap:anywhere]">{event.models.join(', ')}</p>}
      {event.signals.map((signal) => (
        <p key={signal.code} className="text-sm">
          Signal: {signal.meaning}
        </p>
      ))}
      <ul aria-label="Sources" className="text-sm">
        {event.sources.map((source) => (
          <li
            key={`${source.title} ${source.url}`}
            className="flex min-h-6 flex-wrap items-center gap-x-1 py-0.5 [overflow-wrap:anywhere]"
          >
            {source.url === null ? source.title : <TextLink href={source.url}>{source.title}</TextLink>}
            {!source.isPublishers && ' (not the publisher’s own)'}
          </li>
        ))}
      </ul>
    </>
  )
}
