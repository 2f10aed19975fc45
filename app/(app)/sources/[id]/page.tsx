import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FreshnessMark } from '#app/_ui/freshness-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may } from '#lib/auth/permissions.ts'
import { countLooks, listLooks } from '#lib/upstream/queries/looks.ts'
import { findSource } from '#lib/upstream/queries/sources.ts'
import { cursorOf, placeOf } from '#lib/upstream/record-place.ts'
import { upstreamIdSchema } from '#lib/upstream/schema.ts'
import { counted } from '../../_components/counted.ts'
import { freshnessOf } from '../_components/freshness-of.ts'
import { lookView } from '../_components/look-view.ts'
import { LookWatch } from '../_components/look-watch.tsx'
import { LooksTable } from '../_components/looks-table.tsx'
import { sourceFacts, sourceSettings } from '../_components/source-facts.tsx'
import { SourceNotes } from '../_components/source-notes.tsx'
import { SourceSettingsForm } from '../_components/source-settings-form.tsx'
import { UnseenSection } from '../_components/unseen-section.tsx'

const PAGE_SIZE = 25

const loadSource = cache(async (id: string) => {
  const { db, clock } = await pageCtx('upstream:read')
  const source = upstreamIdSchema.safeParse(id).success ? await findSource(db, id, clock.now()) : null
  if (!source) notFound()
  return source
})

export async function generateMetadata({ params }: PageProps<'/sources/[id]'>): Promise<Metadata> {
  return { title: (await loadSource((await params).id)).owner }
}

/** One source: whether what it shows is current, how its looks went, what they could not see, and how it is watched. */
export default async function SourcePage({ params, searchParams }: PageProps<'/sources/[id]'>) {
  const { db, clock, actor, hubEndpoint } = await pageCtx('upstream:read')
  const source = await loadSource((await params).id)
  const { cursor } = await searchParams
  const after = typeof cursor === 'string' ? (placeOf(cursor) ?? null) : null
  const found = await listLooks(db, source.id, { after, limit: PAGE_SIZE + 1 })
  const total = await countLooks(db, source.id)
  const looks = found.slice(0, PAGE_SIZE)
  const last = found.length > PAGE_SIZE ? looks.at(-1) : undefined
  const now = clock.now()
  const here = `/sources/${source.id}`
  return (
    <>
      <PageHeader
        title={source.owner}
        sentence={`An organisation at ${source.endpoint}, looked at for what it publishes, changes and takes away.`}
        breadcrumbs={[{ label: 'Sources', href: '/sources' }]}
        marks={<FreshnessMark freshness={freshnessOf(source)} now={now} />}
        actions={
          <LookWatch
            key={`${source.lastLook?.lookId} ${source.work.state === 'idle'}`}
            sourceId={source.id}
            initial={lookView(source.work, now)}
            canLook={may(actor, 'upstream:look') && source.endpoint === hubEndpoint}
          />
        }
      />
      <SourceNotes source={source} hubEndpoint={hubEndpoint} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title="How it stands">
          <KeyValue items={sourceFacts(source, now)} />
        </Section>
        <Section
          title="How it is watched"
          sentence={may(actor, 'source:manage') ? undefined : 'An administrator can change this.'}
        >
          {may(actor, 'source:manage') ? (
            <SourceSettingsForm
              id={source.id}
              interval={source.intervalSeconds}
              confirmAfter={source.confirmAfterSeconds}
              isPaused={source.pausedAt !== null}
            />
          ) : (
            <KeyValue items={sourceSettings(source)} />
          )}
        </Section>
      </div>
      <Section
        title="Looks"
        sentence={`${counted(total, 'look has', 'looks have')} ended, newest first. Only a complete one can tell that something is missing.`}
        padding="flush"
        actions={
          <>
            {after !== null && <TextLink href={here}>Back to the newest</TextLink>}
            {last && (
              <ButtonLink size="small" href={`${here}?cursor=${cursorOf({ at: last.startedAt, id: last.lookId })}`}>
                Older looks
              </ButtonLink>
            )}
          </>
        }
      >
        {looks.length === 0 ? (
          <EmptyState
            title="This source was never looked at."
            sentence="The first complete look shows how things stand and is the baseline; what differs in a later one is a change."
          />
        ) : (
          <LooksTable looks={looks} now={now} />
        )}
      </Section>
      <UnseenSection looks={looks} />
    </>
  )
}
