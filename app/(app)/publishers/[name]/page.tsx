import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { Counters } from '#app/_ui/counters.tsx'
import { DayMark } from '#app/_ui/day-mark.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { Timeline } from '#app/_ui/timeline.tsx'
import { words } from '#app/_ui/words.ts'
import { contradictedBy, publisherRecord } from '#lib/catalogue/publisher-record.ts'
import { findPublisher } from '#lib/catalogue/queries/families.ts'
import { countDirections, recordViewSchema, viewRecord } from '#lib/catalogue/record-view.ts'
import { shippedEvents } from '#lib/catalogue/shipped.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { webRuntime } from '#lib/wiring.ts'
import { UnreadParams } from '../../_components/unread-params.tsx'
import { ContradictionSection } from '../_components/contradiction-section.tsx'
import { timelineEntry } from '../_components/timeline-entry.tsx'

const loadPublisher = cache(async (segment: string) => {
  const name = decodedName(segment)
  const publisher = name === null ? null : await findPublisher(webRuntime().db, name)
  if (!publisher) notFound()
  return publisher
})

/** A page is handed the segment as it stands in the address; what cannot be decoded names nobody. */
function decodedName(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

const DIRECTIONS = [
  { key: 'open', label: 'More open' },
  { key: 'closed', label: 'Less open' },
  { key: 'mixed', label: 'Mixed' },
  { key: 'none', label: 'No direction' },
] as const

export async function generateMetadata({ params }: PageProps<'/publishers/[name]'>) {
  await pageCtx('catalogue:read')
  const { name } = await loadPublisher((await params).name)
  return { title: `Publisher ${name}` }
}

/** A publisher: what is on record of it, and the dated record of how openly it publishes. */
export default async function PublisherPage({ params, searchParams }: PageProps<'/publishers/[name]'>) {
  const { clock } = await pageCtx('catalogue:read')
  const now = clock.now()
  const publisher = await loadPublisher((await params).name)
  const asked = await searchParams
  const { value: view, refusals } = readPageParams(recordViewSchema, asked)
  const record = publisherRecord(shippedEvents(), publisher.name)
  const here = `/publishers/${encodeURIComponent(publisher.name)}`
  const at = (changes: Record<string, string | null>) => hrefWith(here, asked, changes)
  const models = (more = '') => `/models?publisher=${encodeURIComponent(publisher.name)}${more}`
  const counts = record && countDirections(record, view)
  const events = record ? viewRecord(record, view) : []
  const isFiltered = Object.values(view).some((value) => value !== undefined)

  return (
    <>
      <PageHeader
        title={publisher.name}
        breadcrumbs={[{ label: 'Families', href: '/families' }]}
        sentence="How openly this publisher publishes: its models, and what it said and did, dated, with who says so."
      />
      <UnreadParams refusals={refusals} />
      <Section title="On record">
        <KeyValue
          items={[
            { term: 'Families', value: publisher.families.toLocaleString('en') },
            {
              term: 'Models',
              value: (
                <span className="flex flex-wrap gap-x-4">
                  <TextLink href={models()}>{publisher.models.toLocaleString('en')} in all</TextLink>
                  <TextLink href={models('&kind=weights')}>
                    {publisher.weights.toLocaleString('en')} with weights
                  </TextLink>
                  <TextLink href={models('&kind=api_only')}>{publisher.apiOnly.toLocaleString('en')} API only</TextLink>
                </span>
              ),
            },
            {
              term: 'Dated record',
              value: record ? (
                <>
                  {record.events.length} events, compiled <DayMark on={new Date(`${record.compiledOn}T00:00:00Z`)} />.
                  Evidence until {record.evidenceUntil}: what happened later is not in it.
                </>
              ) : (
                'None is shipped for this publisher. That nothing is shown does not mean that nothing happened.'
              ),
            },
          ]}
        />
      </Section>
      {record && record.contradictions.length > 0 && (
        <ContradictionSection
          contradictions={record.contradictions}
          publisher={publisher.name}
          recordHref={here}
          now={now}
        />
      )}
      {record && counts && (
        <>
          <Counters
            label="Events by direction"
            counters={DIRECTIONS.map(({ key, label }) => ({
              label,
              count: counts[key],
              href: at({ direction: view.direction === key ? null : key }),
              isActive: view.direction === key,
            }))}
          />
          <FilterPills
            pills={[
              ...(['announced', 'reported', 'denied'] as const).map((grade) => ({
                label: words.grade[grade],
                href: at({ grade: view.grade === grade ? null : grade }),
                isActive: view.grade === grade,
              })),
              {
                label: 'In a contradiction',
                href: at({ contradictions: view.contradictions ? null : 'true' }),
                isActive: view.contradictions === 'true',
              },
            ]}
            clearHref={isFiltered ? here : undefined}
          />
          <Section
            title="Time line"
            sentence={`${events.length} of ${record.events.length} events, newest first. The direction of an event is our reading, for a company that depends on open weights.`}
          >
            {events.length === 0 ? (
              <EmptyState title="No event matches." action={<TextLink href={here}>Clear filters</TextLink>} />
            ) : (
              <Timeline
                entries={events.map((event) => timelineEntry(event, publisher.name, contradictedBy(record, event)))}
                now={now}
              />
            )}
          </Section>
        </>
      )}
    </>
  )
}
