import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { readPageParams } from '#lib/shared/list-params.ts'
import { CHANGE_STATUSES } from '#lib/upstream/change.ts'
import { type ChangeRow, countChanges, listChanges } from '#lib/upstream/queries/changes.ts'
import { changeListQuery } from '#lib/upstream/schema.ts'
import { changeSentence } from '#lib/upstream/sentences.en.ts'
import { PlainTable } from '../_components/plain-table.tsx'

export const metadata: Metadata = { title: 'Changes' }

const PAGE_SIZE = 50
const viewSchema = changeListQuery.omit({ limit: true, total: true, format: true, bom: true })

/** What happened upstream, newest first. */
export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const { db, clock } = await pageCtx('upstream:read')
  const params = await searchParams
  const { cursor, ...filter } = readPageParams(viewSchema, params).value
  const asked = await listChanges(db, filter, { limit: PAGE_SIZE, cursor })
  const page = asked ?? (await listChanges(db, filter, { limit: PAGE_SIZE }))
  const total = await countChanges(db, filter)
  const at = (changes: Record<string, string | null>) => hrefWith('/changes', params, changes)
  const exported = (format: string) => hrefWith('/api/v1/changes', params, { format })
  const isFiltered = filter.kind !== undefined || filter.status !== undefined || filter.model !== undefined
  const ofKind = (label: string, kind: 'licence_text_changed' | 'released') => ({
    label,
    href: at({ kind: filter.kind === kind ? null : kind }),
    isActive: filter.kind === kind,
  })
  return (
    <>
      <PageHeader
        title="Changes"
        sentence="Every difference between two looks that has a name: releases, licence texts, declarations, access. The first look at a source is its baseline and holds none."
      />
      <FilterPills
        pills={[
          ...CHANGE_STATUSES.map((status) => ({
            label: status,
            href: at({ status: filter.status === status ? null : status }),
            isActive: filter.status === status,
          })),
          ofKind('licence texts', 'licence_text_changed'),
          ofKind('releases', 'released'),
          {
            label: 'with card edits',
            href: at({ cards: filter.cards === 'true' ? null : 'true' }),
            isActive: filter.cards === 'true',
          },
        ]}
        clearHref={isFiltered ? '/changes' : undefined}
      />
      {page === null || page.rows.length === 0 ? (
        <EmptyState
          title={isFiltered ? 'No change matches' : 'No change so far'}
          sentence={
            isFiltered
              ? 'Clear the filters to see all of them.'
              : 'What differs from the first complete look at a source shows up here.'
          }
        />
      ) : (
        <Section
          title={`${total.toLocaleString('en')} ${total === 1 ? 'change' : 'changes'}`}
          padding="flush"
          actions={
            <>
              <TextLink href={exported('csv')}>{`Export ${total} as CSV`}</TextLink>
              <TextLink href={exported('json')}>JSON</TextLink>
            </>
          }
        >
          <ChangeTable rows={page.rows} now={clock.now()} />
          {page.next !== null && (
            <p className="px-4 py-2">
              <TextLink href={at({ cursor: page.next })}>Older changes</TextLink>
            </p>
          )}
        </Section>
      )}
    </>
  )
}

function ChangeTable({ rows, now }: { rows: ChangeRow[]; now: Date }) {
  return (
    <PlainTable
      label="Changes"
      head={[
        { label: 'What happened', isWrapping: true },
        { label: 'Kind' },
        { label: 'Model' },
        { label: 'Status' },
        { label: 'Grade' },
        { label: 'Observed', align: 'end' },
      ]}
      rows={rows.map((change) => ({
        key: change.id,
        cells: [
          <TextLink key="what" href={`/changes/${change.id}`}>
            {changeSentence(change.kind, change.model.name)}
          </TextLink>,
          <ChangeKindMark key="kind" kind={change.kind} />,
          <TextLink key="model" href={`/models/${change.model.id}`}>
            {change.model.name}
          </TextLink>,
          change.status,
          <GradeMark key="grade" grade={change.grade} who="This installation" at={change.observedAt} now={now} />,
          <TimeMark key="at" at={change.observedAt} now={now} />,
        ],
      }))}
    />
  )
}
