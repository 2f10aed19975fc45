import type { Metadata } from 'next'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { Counters } from '#app/_ui/counters.tsx'
import { DayMark } from '#app/_ui/day-mark.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { ListFilters } from '#app/_ui/list-filters.tsx'
import { OPENNESS_ORDER } from '#app/_ui/openness.ts'
import { OpennessShape } from '#app/_ui/openness-shape.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { words } from '#app/_ui/words.ts'
import { DEFAULT_MODEL_ORDER, modelOrderText } from '#lib/catalogue/model-list.ts'
import { countModelsByOpenness, listModelChoices, listModels } from '#lib/catalogue/queries/models.ts'
import { modelViewSchema, readModelView } from '#lib/catalogue/schema.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { findCatalogueSpeaks, listModelStandings } from '#lib/upstream/queries/model-items.ts'
import { modelListRow } from '../_components/model-list-row.ts'
import { ModelsTable } from '../_components/models-table.tsx'
import { UnreadParams } from '../_components/unread-params.tsx'
import { activeFilters, modelFilters } from './_components/model-filters.ts'

export const metadata: Metadata = { title: 'Models' }

const PAGE_SIZE = 50
const viewSchema = modelViewSchema.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

/** Every model on record, filtered and sorted in the address. */
export default async function ModelsPage({ searchParams }: PageProps<'/models'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const now = clock.now()
  const params = await searchParams
  const { value: view, refusals } = readPageParams(viewSchema, params)
  const { filter, sort } = readModelView(view)
  const place = { offset: (view.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const [list, counts, choices, catalogue] = await Promise.all([
    listModels(db, { filter, sort, page: place }),
    countModelsByOpenness(db, filter),
    listModelChoices(db),
    findCatalogueSpeaks(db),
  ])
  const standings = await listModelStandings(db, list.rows, now)
  const rows = list.rows.map((row) => modelListRow(row, standings.get(row.modelId) ?? { kind: 'never-looked' }, now))
  const filters = modelFilters(view, choices)
  const active = activeFilters(view, filters)
  const isFiltered = active.length > 0 || view.openness !== undefined
  const at = (changes: Record<string, string | null>) => hrefWith('/models', params, changes)

  return (
    <>
      <PageHeader
        title="Models"
        sentence={
          catalogue ? (
            <>
              What is on record of every model, who says so, and how it stands at its hub. Catalogue as of{' '}
              <DayMark on={catalogue.compiledOn} />.
            </>
          ) : (
            'What is on record of every model, who says so, and how it stands at its hub.'
          )
        }
      />
      <UnreadParams refusals={refusals} />
      <Counters
        label="Models by openness"
        counters={OPENNESS_ORDER.map((step) => ({
          label: words.openness[step],
          count: counts.get(step) ?? 0,
          href: at({ openness: view.openness === step ? null : step }),
          isActive: view.openness === step,
          mark: <OpennessShape openness={step} />,
        }))}
      />
      <ListFilters label="Filter models" filters={filters} />
      {isFiltered && (
        <FilterPills
          pills={active.map(({ name, label }) => ({ label, href: at({ [name]: null }), isActive: true }))}
          clearHref="/models"
        />
      )}
      <ModelsTable
        rows={rows}
        total={list.total}
        paging={{ page: view.page, pageSize: PAGE_SIZE }}
        defaultSort={modelOrderText(DEFAULT_MODEL_ORDER)}
        exports={{ csv: '/api/v1/models?format=csv', json: '/api/v1/models?format=json' }}
        search="Search by name"
        empty={
          isFiltered || view.page > 1 ? (
            <EmptyState
              title={view.page > 1 && list.total > 0 ? 'This page is beyond the end of the list.' : 'No model matches.'}
              action={<TextLink href="/models">Clear filters</TextLink>}
            />
          ) : (
            <EmptyState
              title="No model is on record yet."
              sentence="The shipped catalogue is loaded at start; models also come in when a source is looked at."
              action={<TextLink href="/sources">To the sources</TextLink>}
            />
          )
        }
      />
    </>
  )
}
