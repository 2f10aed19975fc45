import type { Metadata } from 'next'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Counters } from '#app/_ui/counters.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { ListFilters } from '#app/_ui/list-filters.tsx'
import { OpennessShape } from '#app/_ui/openness-shape.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { words } from '#app/_ui/words.ts'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listLicenceLedger } from '#lib/deployments/queries/licence-ledger.ts'
import { countByOpenness, LICENCE_OPENNESS, viewLicences } from '#lib/licences/licence-view.ts'
import { licenceViewSchema } from '#lib/licences/schema.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { UnreadParams } from '../_components/unread-params.tsx'
import { LedgerTabs } from './_components/ledger-tabs.tsx'
import { activeLicenceFilters, licenceFilters } from './_components/licence-filters.ts'
import { LicencesTable } from './_components/licences-table.tsx'

export const metadata: Metadata = { title: 'Licences' }

const PAGE_SIZE = 50
const viewSchema = licenceViewSchema.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

/** Every licence that models or deployments stand under or texts were found to be, filtered and sorted in the address. */
export default async function LicencesPage({ searchParams }: PageProps<'/licences'>) {
  const { db, clock, actor } = await pageCtx('catalogue:read')
  const now = clock.now()
  const params = await searchParams
  const { value: view, refusals } = readPageParams(viewSchema, params)
  const scope = may(actor, 'deployment:read') ? scopeFor(actor, 'deployment:read') : null
  const licences = await listLicenceLedger(db, scope)
  const kept = viewLicences(licences, view)
  const counts = countByOpenness(licences, view)
  const filters = licenceFilters(view)
  const active = activeLicenceFilters(view, filters)
  const isFiltered = active.length > 0 || view.openness !== undefined
  const at = (changes: Record<string, string | null>) => hrefWith('/licences', params, changes)
  return (
    <>
      <PageHeader
        title="Licences"
        sentence="What models and deployments stand under, by their text, their declaration or the catalogue. A text is named only when nothing but names, dates and layout differs from a known one."
        actions={may(actor, 'licence:upload') && <ButtonLink href="/licences/texts/new">Bring a text</ButtonLink>}
      />
      <LedgerTabs current="/licences" />
      <UnreadParams refusals={refusals} />
      <Counters
        label="Licences by openness"
        counters={LICENCE_OPENNESS.map((step) => ({
          label: words.openness[step],
          count: counts.get(step) ?? 0,
          href: at({ openness: view.openness === step ? null : step }),
          isActive: view.openness === step,
          mark: <OpennessShape openness={step} />,
        }))}
      />
      <ListFilters label="Filter licences" filters={filters} />
      {isFiltered && (
        <FilterPills
          pills={active.map(({ name, label }) => ({ label, href: at({ [name]: null }), isActive: true }))}
          clearHref="/licences"
        />
      )}
      <LicencesTable
        rows={kept.slice((view.page - 1) * PAGE_SIZE, view.page * PAGE_SIZE).map((licence) => ({ ...licence, now }))}
        total={kept.length}
        paging={{ page: view.page, pageSize: PAGE_SIZE }}
        empty={
          licences.length > 0 ? (
            <EmptyState
              title={kept.length > 0 ? 'This page is beyond the end of the list.' : 'No licence matches.'}
              action={<TextLink href="/licences">Clear filters</TextLink>}
            />
          ) : (
            <EmptyState
              title="No licence is known yet."
              sentence="The catalogue and the first look at a source bring them in."
              action={<TextLink href="/sources">To the sources</TextLink>}
            />
          )
        }
      />
    </>
  )
}
