import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { may } from '#lib/auth/permissions.ts'
import { listSourceLooks, type SourceLook } from '#lib/upstream/queries/source-looks.ts'
import { findSource } from '#lib/upstream/queries/sources.ts'
import { LookNowForm } from '../../_components/look-now-form.tsx'
import { PlainTable } from '../../_components/plain-table.tsx'
import { RefreshWhile } from '../../_components/refresh-while.tsx'
import { SourceAges } from '../../_components/source-ages.tsx'

export const metadata: Metadata = { title: 'Source' }

/** One source: its health, its settings, and how each look went. */
export default async function SourcePage({ params }: PageProps<'/sources/[id]'>) {
  const { db, clock, actor } = await pageCtx('upstream:read')
  const now = clock.now()
  const source = await findSource(db, (await params).id, now)
  if (source === null) notFound()
  const looks = await listSourceLooks(db, source.id)
  const { running } = source
  const baseline = source.baselineLookId === null ? 'not taken yet: nothing counts as a change' : 'taken'
  return (
    <>
      <PageHeader
        title={source.owner}
        sentence={`An organisation on the hub at ${source.endpoint}.`}
        breadcrumbs={[{ label: 'Sources', href: '/sources' }]}
        actions={
          running === null && may(actor, 'upstream:look') && <LookNowForm sourceId={source.id} label="Look now" />
        }
      />
      {running && (
        <div role="status" className="flex max-w-md flex-col gap-2">
          <p>
            Looking since <TimeMark at={running.startedAt} now={now} />: {running.phase}, {running.done}
            {running.total === null ? ' so far' : ` of ${running.total}`}.
          </p>
          <progress
            className="h-1.5 w-full accent-accent"
            aria-label="Progress of the look"
            value={running.done}
            max={running.total ?? undefined}
          />
          <RefreshWhile isActive />
        </div>
      )}
      <SourceAges sources={[source]} now={now} />
      <Section title="Settings">
        <KeyValue
          items={[
            { term: 'Looked at every', value: `${source.intervalSeconds.toLocaleString('en')} s` },
            { term: 'A doubtful change waits', value: `${source.confirmAfterSeconds.toLocaleString('en')} s` },
            { term: 'Watched', value: source.pausedAt === null ? 'yes' : 'paused' },
            { term: 'Baseline', value: baseline },
          ]}
        />
      </Section>
      {looks.length === 0 ? (
        <EmptyState title="Never looked at" sentence="The first complete look becomes the baseline." />
      ) : (
        <LookTable looks={looks} now={now} />
      )}
    </>
  )
}

function LookTable({ looks, now }: { looks: SourceLook[]; now: Date }) {
  return (
    <Section title="Looks" sentence="The newest 30." padding="flush">
      <PlainTable
        label="Looks"
        head={[
          { label: 'Began' },
          { label: 'Outcome' },
          { label: 'Why', isWrapping: true },
          { label: 'Asked by' },
          { label: 'Listed', align: 'end' },
          { label: 'Read', align: 'end' },
          { label: 'Requests', align: 'end' },
          { label: 'Changes', align: 'end' },
        ]}
        rows={looks.map(({ summary, startedBy, issues }) => ({
          key: summary.lookId,
          cells: [
            <TimeMark key="at" at={summary.startedAt} now={now} />,
            summary.isBaseline ? `${summary.outcome} (baseline)` : summary.outcome,
            issues.length === 0
              ? (summary.message ?? '')
              : issues.map((issue) => `${issue.thing}: ${issue.message}`).join(' '),
            startedBy,
            summary.listed,
            summary.read,
            summary.requests,
            summary.changes,
          ],
        }))}
      />
    </Section>
  )
}
