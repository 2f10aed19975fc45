import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ModelAuditEvent } from '#lib/upstream/queries/model-history.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { actionText } from '../../audit/_components/action-words.ts'

/** What the audit log holds of a model and its repositories; for readers who may read the log. */
export function ModelAudit({ events, now }: { events: ModelAuditEvent[]; now: Date }) {
  return (
    <Section
      title="Audit"
      sentence="What was done to this model or its repositories."
      padding={events.length === 0 ? 'regular' : 'flush'}
    >
      {events.length === 0 ? (
        <p className="text-muted">The audit log holds nothing about this model itself.</p>
      ) : (
        <PlainTable
          label="Audit events"
          head={[{ label: 'Event' }, { label: 'By' }, { label: 'At' }]}
          rows={events.map((event) => ({
            key: event.seq,
            cells: [
              <TextLink key="event" href={`/audit/${event.seq}`}>
                {actionText(event.action)}
              </TextLink>,
              event.actorName,
              <TimeMark key="at" at={event.at} now={now} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
