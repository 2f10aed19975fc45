import type { Metadata } from 'next'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TableExport } from '#app/_ui/table-export.tsx'
import { TablePages } from '#app/_ui/table-pages.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { boundFilter, boundInstant } from '#lib/deployments/bound.ts'
import { countBound, listBound } from '#lib/deployments/queries/bound.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { counted } from '../../_components/counted.ts'
import { UnreadParams } from '../../_components/unread-params.tsx'
import { LedgerTabs } from '../_components/ledger-tabs.tsx'
import { BoundFilters } from './bound-filters.tsx'
import { BoundTable } from './bound-table.tsx'

export const metadata: Metadata = { title: 'Who is bound by which text' }

const PATH = '/licences/bindings'
const PAGE_SIZE = 100
const viewSchema = boundFilter.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

/** Which revisions and deployments a text governs, now or as it was known and held on a day. */
export default async function BindingsPage({ searchParams }: PageProps<'/licences/bindings'>) {
  const { db, actor, clock } = await pageCtx('catalogue:read')
  const params = await searchParams
  const { value, refusals } = readPageParams(viewSchema, params)
  const { page, asOf, ...filter } = value
  const now = clock.now()
  const at = boundInstant(asOf, now)
  const scope = may(actor, 'deployment:read') ? scopeFor(actor, 'deployment:read') : null
  const view = { filter, at, scope }
  const [rows, counts] = await Promise.all([
    listBound(db, view, { skip: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    countBound(db, view),
  ])
  const exported = (format: string) =>
    hrefWith('/api/v1/bindings', { ...filter, ...(asOf ? { asOf } : {}) }, { format })
  return (
    <>
      <PageHeader
        title="Who is bound by which text"
        sentence="Every revision by the strongest word on it, and every deployment by the text it pinned."
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
      />
      <LedgerTabs current="/licences/bindings" />
      <UnreadParams refusals={refusals} />
      <BoundFilters
        values={{ ...filter, asOf: asOf?.slice(0, 10) }}
        clearHref={Object.keys(filter).length > 0 || asOf !== undefined ? PATH : null}
      />
      <Section
        title={`${counted(counts.revisions, 'revision', 'revisions')}${
          scope === null ? '' : `, ${counted(counts.deployments, 'deployment', 'deployments')}`
        }`}
        sentence={<AsOf at={at} isNow={at.getTime() === now.getTime()} seesAll={scope?.teamIds === 'all'} />}
        actions={<TableExport csvHref={exported('csv')} jsonHref={exported('json')} total={counts.total} />}
        padding="flush"
      >
        {rows.length === 0 ? (
          <EmptyState
            title={counts.total > 0 ? 'This page is beyond the end of the list.' : 'Nothing bound is found.'}
            sentence={
              counts.total > 0
                ? undefined
                : asOf === undefined
                  ? 'No revision and no deployment is known to be bound by what is asked for.'
                  : 'Nothing that was known on that day says so; what was learned later is not counted.'
            }
            action={<TextLink href={PATH}>Clear filters</TextLink>}
          />
        ) : (
          <BoundTable rows={rows} now={now} />
        )}
      </Section>
      <TablePages
        paging={{ kind: 'pages', page, pageSize: PAGE_SIZE, total: counts.total }}
        hrefOf={(changes) => hrefWith(PATH, params, changes)}
      />
    </>
  )
}

/** What instant is answered about, and for whom. */
function AsOf({ at, isNow, seesAll }: { at: Date; isNow: boolean; seesAll: boolean }) {
  const when = isNow ? 'As known now.' : `As known and held at ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC.`
  return <>{seesAll ? when : `${when} Deployments of your teams only.`}</>
}
