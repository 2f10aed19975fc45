import { DayMark } from '#app/_ui/day-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { Contradiction } from '#lib/catalogue/contradictions.ts'
import type { TimelineEvent } from '#lib/catalogue/events.ts'
import { contradictionText } from '#lib/catalogue/sentences.en.ts'

interface ContradictionSectionProps {
  contradictions: Contradiction[]
  publisher: string
  /** The whole time line, where every event can be pointed at. */
  recordHref: string
  now: Date
}

/** Statements that say different things, side by side. Neither is dropped, and who is right is not decided. */
export function ContradictionSection({ contradictions, ...side }: ContradictionSectionProps) {
  return (
    <Section
      title="Contradictions"
      sentence="What says different things about the same model stands side by side. Who is right is not decided here."
    >
      <ul className="flex flex-col">
        {contradictions.map((contradiction) => (
          <li
            key={contradiction.events.map((event) => event.id).join(' ')}
            className="border-b py-3 first:pt-0 last:border-b-0 last:pb-0"
          >
            <p className="text-sm text-muted">{contradictionText(contradiction.because)}</p>
            <div className="mt-1 flex flex-wrap gap-x-6 gap-y-3">
              {contradiction.events.map((event) => (
                <Side key={event.id} event={event} {...side} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type SideProps = Omit<ContradictionSectionProps, 'contradictions'> & { event: TimelineEvent }

function Side({ event, publisher, recordHref, now }: SideProps) {
  const on = new Date(`${event.on}T00:00:00Z`)
  return (
    <div className="min-w-0 flex-1 basis-72 border-s-2 border-review ps-4">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">
          <TextLink href={`${recordHref}#${event.id}`}>{event.title}</TextLink>
        </span>
        <GradeMark
          grade={event.grade}
          who={event.grade === 'announced' ? publisher : 'Others'}
          at={event.precision === 'day' ? on : undefined}
          now={now}
        />
      </p>
      <p className="text-muted">{event.summary}</p>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">
        <DayMark on={on} precision={event.precision} />
        {event.sources.map((source) => (
          <span key={`${source.title} ${source.url}`}>
            {' · '}
            {source.url === null ? source.title : <TextLink href={source.url}>{source.title}</TextLink>}
          </span>
        ))}
      </p>
    </div>
  )
}
