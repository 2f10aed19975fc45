import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FreshnessMark } from '#app/_ui/freshness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { listSources, type SourceRow } from '#lib/upstream/queries/sources.ts'
import { reasonText } from '#lib/upstream/sentences.en.ts'
import { PlainTable } from '../_components/plain-table.tsx'
import { RefreshWhile } from '../_components/refresh-while.tsx'
import { freshnessOf } from './_components/freshness-of.ts'
import { lookView } from './_components/look-view.ts'
import { stateText } from './_components/look-words.ts'
import { OutcomeMark } from './_components/outcome-mark.tsx'
import { NextLook } from './_components/source-facts.tsx'
import { SourceNotes } from './_components/source-notes.tsx'

export const metadata: Metadata = { title: 'Sources' }

/** Where this installation looks for changes, and whether what is shown of them is current. */
export default async function SourcesPage() {
  const { db, clock, hubEndpoint } = await pageCtx('upstream:read')
  const now = clock.now()
  const sources = await listSources(db, now)
  const [only] = sources
  const isBusy = sources.some(({ work }) => work.state !== 'idle')
  return (
    <>
      <PageHeader
        title="Sources"
        sentence="Where this installation looks for changes, and whether it could. What is shown of a source is as current as its last complete look."
      />
      <RefreshWhile isActive={sources.some(({ work }) => work.state === 'running' || work.state === 'waiting')} />
      {sources.length === 1 && only && <SourceNotes source={only} hubEndpoint={hubEndpoint} />}
      <Section title="Watched organisations" padding="flush">
        {sources.length === 0 ? (
          <EmptyState
            title="No source is watched yet."
            sentence="A source is an organisation on a hub. Until one is watched, nothing can be said about changes upstream."
          />
        ) : (
          <PlainTable
            label="Sources"
            head={[
              { label: 'Source' },
              { label: 'State' },
              { label: 'Last look' },
              { label: 'Next look' },
              { label: 'Requests', align: 'end' },
              { label: 'Changes', align: 'end' },
              { label: 'Repositories', align: 'end' },
              ...(isBusy ? [{ label: 'Now', isWrapping: true }] : []),
            ]}
            rows={sources.map((source) => ({ key: source.id, cells: cellsOf(source, now) }))}
          />
        )}
      </Section>
    </>
  )
}

function cellsOf(source: SourceRow, now: Date) {
  const { id, owner, endpoint, pausedAt, lastLook, nextLookAt, repositories, work } = source
  return [
    <span key="name">
      <TextLink href={`/sources/${id}`}>{owner}</TextLink>{' '}
      <span className="text-muted">{endpoint.replace(/^https?:\/\//, '')}</span>
    </span>,
    <span key="state" className="inline-flex items-center gap-3">
      <FreshnessMark freshness={freshnessOf(source)} now={now} />
      {pausedAt !== null && <span className="text-muted">paused</span>}
    </span>,
    lastLook ? (
      <span key="last" className="inline-flex items-center gap-2">
        <TimeMark at={lastLook.endedAt} now={now} />
        <OutcomeMark look={lastLook} />
        {lastLook.reason !== null && <span className="text-muted">{reasonText(lastLook.reason)}</span>}
      </span>
    ) : (
      <span key="last" className="text-muted">
        never
      </span>
    ),
    <NextLook key="next" at={nextLookAt} now={now} />,
    lastLook?.requests.toLocaleString('en') ?? '—',
    lastLook?.changes.toLocaleString('en') ?? '—',
    repositories.toLocaleString('en'),
    work.state === 'idle' ? '' : stateText(lookView(work, now)),
  ]
}
