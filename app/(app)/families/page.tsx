import type { Metadata } from 'next'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { DEFAULT_FAMILY_SORT, viewFamilies } from '#lib/catalogue/family-list.ts'
import { familyShare } from '#lib/catalogue/family-share.ts'
import { listFamilies, listShareModels } from '#lib/catalogue/queries/families.ts'
import { familyViewSchema } from '#lib/catalogue/schema.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { findCatalogueSpeaks } from '#lib/upstream/queries/model-items.ts'
import { UnreadParams } from '../_components/unread-params.tsx'
import { FamiliesTable } from './_components/families-table.tsx'
import { ShareChart } from './_components/share-chart.tsx'

export const metadata: Metadata = { title: 'Families' }

const PAGE_SIZE = 100
const viewSchema = familyViewSchema.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

/** Families of models, and what share of each comes with weights. */
export default async function FamiliesPage({ searchParams }: PageProps<'/families'>) {
  const { db } = await pageCtx('catalogue:read')
  const { value: view, refusals } = readPageParams(viewSchema, await searchParams)
  const [families, models, catalogue] = await Promise.all([
    listFamilies(db),
    listShareModels(db),
    findCatalogueSpeaks(db),
  ])
  const shown = viewFamilies(families, view)
  const rows = shown.slice((view.page - 1) * PAGE_SIZE, view.page * PAGE_SIZE)
  return (
    <>
      <PageHeader
        title="Families"
        sentence="Families as their publishers name them, and how many of their models can be run without a provider."
      />
      <UnreadParams refusals={refusals} />
      {models.length > 0 && <ShareChart share={familyShare(models)} compiledOn={catalogue?.compiledOn ?? null} />}
      <FamiliesTable
        rows={rows}
        total={shown.length}
        paging={{ page: view.page, pageSize: PAGE_SIZE }}
        defaultSort={DEFAULT_FAMILY_SORT}
        empty={
          families.length === 0 ? (
            <EmptyState
              title="No family is on record yet."
              sentence="Families come with the shipped catalogue, which is loaded at start."
            />
          ) : (
            <EmptyState title="No family matches." action={<TextLink href="/families">Clear filters</TextLink>} />
          )
        }
      />
    </>
  )
}
