import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { cursorOf, placeOf } from '#lib/audit/log-place.ts'
import { countAuditEvents, listAuditEvents } from '#lib/audit/queries.ts'
import { auditViewSchema } from '#lib/audit/schema.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { UnreadParams } from '../_components/unread-params.tsx'
import { AuditFilters } from './_components/audit-filters.tsx'
import { auditTableRow } from './_components/audit-row.ts'
import { AuditTable } from './_components/audit-table.tsx'

export const metadata: Metadata = { title: 'Audit' }

const PAGE = 50

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const ctx = await pageCtx('audit:read')
  const params = await searchParams
  const { value: view, refusals } = readPageParams(auditViewSchema, params)
  const { cursor } = params
  const below = typeof cursor === 'string' ? (placeOf(cursor) ?? null) : null
  const events = await listAuditEvents(ctx.db, view, { below, limit: PAGE + 1 })
  const shown = events.slice(0, PAGE)
  const last = events.length > PAGE ? shown.at(-1) : undefined
  const now = ctx.clock.now()
  return (
    <>
      <PageHeader
        title="Audit"
        sentence="Who did what to which thing, people and automations alike, newest first. Every event was written in the same transaction as the act itself; none can be changed or removed here."
      />
      <UnreadParams refusals={refusals} />
      <AuditFilters view={view} />
      <AuditTable
        rows={shown.map((event) => auditTableRow(event, now))}
        total={await countAuditEvents(ctx.db, view)}
        next={last === undefined ? null : cursorOf(last.seq)}
      />
      {below !== null && (
        <p className="text-sm">
          <TextLink href="/audit">Back to the newest</TextLink>
        </p>
      )}
    </>
  )
}
