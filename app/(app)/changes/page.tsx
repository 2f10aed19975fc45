import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Counters } from '#app/_ui/counters.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TableExport } from '#app/_ui/table-export.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { readPageParams } from '#lib/shared/list-params.ts'
import { recentWeeks } from '#lib/shared/recent-weeks.ts'
import { CHANGE_STATUSES } from '#lib/upstream/change.ts'
import { countChanges, countChangesByStatus, listChangeChoices, listChanges } from '#lib/upstream/queries/changes.ts'
import { cursorOf, placeOf } from '#lib/upstream/record-place.ts'
import { changeListQuery } from '#lib/upstream/schema.ts'
import { STATUS_WORDS } from '#lib/upstream/sentences.en.ts'
import { counted } from '../_components/counted.ts'
import { UnreadParams } from '../_components/unread-params.tsx'
import { activeFilters } from './_components/active-filters.ts'
import { ChangeFilters } from './_components/change-filters.tsx'
import { ChangeList } from './_components/change-list.tsx'
import { NoChanges } from './_components/no-changes.tsx'

export const metadata: Metadata = { title: 'Changes' }

const PAGE_SIZE = 50
const MOST_WEEKS = 26
const viewSchema = changeListQuery.omit({ limit: true, total: true, format: true, bom: true })

/** What changed upstream, newest first. */
export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const { db, clock } = await pageCtx('upstream:read')
  const params = await searchParams
  const { value, refusals } = readPageParams(viewSchema, params)
  const { cursor, ...filter } = value
  const place = cursor === undefined ? null : placeOf(cursor)
  const [found, total, counts, choices] = await Promise.all([
    listChanges(db, filter, { after: place ?? null, limit: PAGE_SIZE + 1 }),
    countChanges(db, filter),
    countChangesByStatus(db, filter),
    listChangeChoices(db),
  ])
  const isHidingCards = filter.kind === undefined && filter.cards !== 'true'
  const cards = isHidingCards ? await countChanges(db, { ...filter, kind: 'card_changed' }) : 0

  const changes = found.slice(0, PAGE_SIZE)
  const last = found.length > PAGE_SIZE ? changes.at(-1) : undefined
  const now = clock.now()
  const at = (change: Record<string, string | null>) => hrefWith('/changes', params, change)
  const file = (format: string) => hrefWith('/api/v1/changes', params, { format, cursor: null })
  const active = activeFilters(filter, changes[0]?.model.name ?? null)
  return (
    <>
      <PageHeader
        title="Changes"
        sentence="What looks at the sources saw change upstream, newest first. What one bad look could fake is only suspected until a second one."
        actions={<ButtonLink href="/sources">Sources</ButtonLink>}
      />
      <UnreadParams refusals={[...refusals, ...(place === undefined ? [MALFORMED_CURSOR] : [])]} />
      <Counters
        label="Changes by how they stand"
        counters={CHANGE_STATUSES.map((status) => ({
          label: STATUS_WORDS[status],
          count: counts[status],
          href: at({ status: filter.status === status ? null : status }),
          isActive: filter.status === status,
        }))}
      />
      <ChangeFilters filter={filter} choices={choices} weeks={recentWeeks(choices.since, now, MOST_WEEKS)} />
      {active.length > 0 && (
        <FilterPills
          pills={active.map(({ name, label }) => ({ label, href: at({ [name]: null }), isActive: true }))}
          clearHref="/changes"
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <span className="text-muted">
          {counted(total, 'change', 'changes')}
          {cards > 0 && (
            <>
              {'; '}
              <TextLink
                href={at({ cards: 'true' })}
              >{`${counted(cards, 'changed model card', 'changed model cards')} not shown`}</TextLink>
            </>
          )}
        </span>
        <TableExport csvHref={file('csv')} jsonHref={file('json')} total={total} />
      </div>
      {changes.length > 0 ? (
        <ChangeList changes={changes} now={now} />
      ) : (
        <NoChanges isFiltered={active.length > 0} hasAny={choices.since !== null} />
      )}
      {(cursor !== undefined || last) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-end gap-2">
          {cursor !== undefined && (
            <ButtonLink size="small" href={at({ cursor: null })}>
              Newest
            </ButtonLink>
          )}
          {last && (
            <ButtonLink size="small" href={at({ cursor: cursorOf({ at: last.observedAt, id: last.id }) })}>
              Older
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
