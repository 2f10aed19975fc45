import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { may } from '#lib/auth/permissions.ts'
import { listReports } from '#lib/reports/queries/reports.ts'
import { isoWeekOf } from '#lib/shared/iso-week.ts'
import { ReportsTable } from './_components/reports-table.tsx'

export const metadata: Metadata = { title: 'Reports' }

const PAGE = 53

export default async function ReportsPage({ searchParams }: PageProps<'/reports'>) {
  const ctx = await pageCtx('report:read')
  const now = ctx.clock.now()
  const weeks = await listReports(ctx.db, now)
  const { page: asked } = await searchParams
  const page = Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), Math.ceil(weeks.length / PAGE))
  return (
    <>
      <PageHeader
        title="Reports"
        sentence="One report per ISO week, written once when the week is over, with everything it quotes. What did not change and what could not be seen stand in it too."
        actions={<ButtonLink href={`/reports/${isoWeekOf(now)}`}>This week’s draft</ButtonLink>}
      />
      <ReportsTable
        rows={weeks.slice((page - 1) * PAGE, page * PAGE)}
        now={now}
        mayPublish={may(ctx.actor, 'report:publish')}
        paging={{ kind: 'pages', page, pageSize: PAGE, total: weeks.length }}
      />
    </>
  )
}
