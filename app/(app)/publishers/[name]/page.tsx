import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { Timeline, type TimelineEntry } from '#app/_ui/timeline.tsx'
import { type Contradiction, contradictions } from '#lib/catalogue/contradictions.ts'
import { type TimelineEvent, timelineOf } from '#lib/catalogue/events.ts'
import { listPublishers } from '#lib/catalogue/queries/families.ts'
import { shippedEvents } from '#lib/catalogue/shipped.ts'

export const metadata: Metadata = { title: 'Publisher' }

/** A publisher's dated record: releases, licences, announcements, each with who says so; contradictions side by side. */
export default async function PublisherPage({ params }: PageProps<'/publishers/[name]'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const name = decodeURIComponent((await params).name)
  const publisher = (await listPublishers(db)).find((row) => row.name === name)
  if (!publisher) notFound()
  const dataset = shippedEvents()
  const timeline = dataset.publisher.name === publisher.name ? timelineOf(dataset) : []
  const disputed = contradictions(timeline)
  return (
    <>
      <PageHeader
        title={publisher.name}
        sentence={`${publisher.models} models on record in ${publisher.families} families: ${publisher.weights} with weights, ${publisher.apiOnly} offered as an API only.`}
        breadcrumbs={[{ label: 'Families', href: '/families' }]}
      />
      {timeline.length === 0 ? (
        <EmptyState title="No dated record of this publisher" sentence="What looks find stands with each model." />
      ) : (
        <>
          <Banner kind="note">
            Compiled {dataset.compiled}; evidence until {dataset.evidence_until}. What stands in the publisher’s own
            documents is announced, the rest is reported; nothing here was observed by this installation.
          </Banner>
          <Section title="Record" sentence="Newest first. Statements that contradict one another stand side by side.">
            <Timeline
              entries={timeline
                .toReversed()
                .map((event) => ({ ...entryOf(event), contradictedBy: otherSides(event, disputed).map(entryOf) }))}
              now={clock.now()}
            />
          </Section>
        </>
      )}
    </>
  )
}

function otherSides(event: TimelineEvent, disputed: readonly Contradiction[]): TimelineEvent[] {
  return disputed
    .filter((one) => one.events.some(({ id }) => id === event.id))
    .flatMap((one) => one.events.filter(({ id }) => id !== event.id))
}

function entryOf(event: TimelineEvent): TimelineEntry {
  const [source] = event.sources
  return {
    id: event.id,
    on: new Date(`${event.on}T00:00:00Z`),
    precision: event.precision,
    title: event.title,
    sentence: (
      <>
        {event.summary} <Sources event={event} />
      </>
    ),
    grade: event.grade,
    who: source?.title ?? 'no source named',
  }
}

function Sources({ event }: { event: TimelineEvent }) {
  return (
    <span className="text-muted">
      {event.sources.map((source, index) => (
        <span key={`${source.title} ${source.url}`}>
          {index > 0 && '; '}
          {source.url === null ? source.title : <TextLink href={source.url}>{source.title}</TextLink>}
        </span>
      ))}
    </span>
  )
}
