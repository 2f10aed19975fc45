import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { Counters } from '#app/_ui/counters.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { OPENNESS_ORDER } from '#app/_ui/openness.ts'
import { OpennessShape } from '#app/_ui/openness-shape.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { words } from '#app/_ui/words.ts'
import { DEFAULT_MODEL_ORDER, modelOrderText } from '#lib/catalogue/model-list.ts'
import { findFamily } from '#lib/catalogue/queries/families.ts'
import { countModelsByOpenness, listModels } from '#lib/catalogue/queries/models.ts'
import { catalogueIdSchema, modelViewSchema, readModelView } from '#lib/catalogue/schema.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { listModelStandings } from '#lib/upstream/queries/model-items.ts'
import { webRuntime } from '#lib/wiring.ts'
import { modelListRow } from '../../_components/model-list-row.ts'
import { ModelsTable } from '../../_components/models-table.tsx'
import { UnreadParams } from '../../_components/unread-params.tsx'

const PAGE_SIZE = 100
const viewSchema = modelViewSchema
  .pick({ q: true, openness: true, sort: true })
  .extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

const loadFamily = cache(async (id: string) => {
  const family = catalogueIdSchema.safeParse(id).success ? await findFamily(webRuntime().db, id) : null
  if (!family) notFound()
  return family
})

export async function generateMetadata({ params }: PageProps<'/families/[id]'>) {
  await pageCtx('catalogue:read')
  const { name } = await loadFamily((await params).id)
  return { title: `Family ${name}` }
}

/** The members of one family. */
export default async function FamilyPage({ params, searchParams }: PageProps<'/families/[id]'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const now = clock.now()
  const family = await loadFamily((await params).id)
  const asked = await searchParams
  const { value: view, refusals } = readPageParams(viewSchema, asked)
  const { page, ...own } = view
  const { filter, sort } = readModelView({ ...own, family: family.name, publisher: family.publisher })
  const [list, counts] = await Promise.all([
    listModels(db, { filter, sort, page: { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE } }),
    countModelsByOpenness(db, filter),
  ])
  const standings = await listModelStandings(db, list.rows, now)
  const here = `/families/${family.id}`
  const whole = new URLSearchParams({ publisher: family.publisher, family: family.name })
  return (
    <>
      <PageHeader
        title={family.name}
        breadcrumbs={[{ label: 'Families', href: '/families' }]}
        sentence={
          <>
            A family of{' '}
            <TextLink href={`/publishers/${encodeURIComponent(family.publisher)}`}>{family.publisher}</TextLink>: its
            members, under which licence, and how they stand at their hub.
          </>
        }
      />
      <UnreadParams refusals={refusals} />
      <Counters
        label="Members by openness"
        counters={OPENNESS_ORDER.map((step) => ({
          label: words.openness[step],
          count: counts.get(step) ?? 0,
          href: hrefWith(here, asked, { openness: view.openness === step ? null : step }),
          isActive: view.openness === step,
          mark: <OpennessShape openness={step} />,
        }))}
      />
      <ModelsTable
        rows={list.rows.map((row) => modelListRow(row, standings.get(row.modelId) ?? { kind: 'never-looked' }, now))}
        total={list.total}
        paging={{ page, pageSize: PAGE_SIZE }}
        defaultSort={modelOrderText(DEFAULT_MODEL_ORDER)}
        exports={{ csv: `/api/v1/models?${whole}&format=csv`, json: `/api/v1/models?${whole}&format=json` }}
        search="Search by name"
        empty={<EmptyState title="No member matches." action={<TextLink href={here}>Clear filters</TextLink>} />}
      />
    </>
  )
}
