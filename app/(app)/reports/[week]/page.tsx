import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { may } from '#lib/auth/permissions.ts'
import { draftReport } from '#lib/reports/queries/report-inputs.ts'
import { findReport, type PublishedReport } from '#lib/reports/queries/reports.ts'
import type { WeeklyReport } from '#lib/reports/weekly-report.ts'
import { type IsoWeek, isoWeekOf, parseIsoWeek } from '#lib/shared/iso-week.ts'
import { PublishForm } from '../_components/publish-form.tsx'
import { ReportDocument } from '../_components/report-document.tsx'
import { ReportImprint } from '../_components/report-imprint.tsx'
import { ReportLinks } from '../_components/report-links.tsx'

export async function generateMetadata({ params }: PageProps<'/reports/[week]'>): Promise<Metadata> {
  return { title: `Report ${(await params).week}` }
}

export default async function ReportPage({ params, searchParams }: PageProps<'/reports/[week]'>) {
  const ctx = await pageCtx('report:read')
  const now = ctx.clock.now()
  const week = parseIsoWeek((await params).week)
  if (week === undefined) notFound()
  const view = (await searchParams)['view'] === 'columns' ? 'columns' : 'inline'
  const published = await findReport(ctx.db, week)
  if (published !== null) return <Report week={week} report={published.report} {...{ published, now, view }} />
  const draft = await draftReport(ctx.db, week, now, ctx.textJudge)
  if (!draft.ok) {
    const [refusal] = draft.refusals
    return (
      <>
        <PageHeader title={`Week ${week}`} breadcrumbs={[{ label: 'Reports', href: '/reports' }]} />
        <div className="rounded border bg-surface">
          <EmptyState title={refusal?.message ?? ''} sentence={refusal?.remedy} />
        </div>
      </>
    )
  }
  const isRunning = week === isoWeekOf(now)
  return (
    <Report
      week={week}
      report={draft.value}
      published={null}
      now={now}
      view={view}
      mayPublish={!isRunning && may(ctx.actor, 'report:publish')}
    />
  )
}

interface ReportProps {
  week: IsoWeek
  report: WeeklyReport
  published: PublishedReport | null
  now: Date
  view: 'inline' | 'columns'
  mayPublish?: boolean
}

function Report({ week, report, published, now, view, mayPublish = false }: ReportProps) {
  return (
    <>
      <PageHeader
        title={`Weekly report ${week}`}
        sentence="What changed upstream, what it did to deployments, and what was not seen."
        breadcrumbs={[{ label: 'Reports', href: '/reports' }]}
        actions={<ReportLinks week={week} now={now} />}
      />
      {published === null && (
        <Banner kind="draft" action={mayPublish && <PublishForm week={week} size="small" />}>
          {week === isoWeekOf(now)
            ? 'Draft of a running week: made for this page now, stored nowhere, different when something happens.'
            : 'This week is over and its report is not published yet. This is what would be published now.'}
        </Banner>
      )}
      <ReportImprint report={report} published={published} />
      <ReportDocument report={report} now={now} view={view} />
    </>
  )
}
