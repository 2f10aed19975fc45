import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { publishWeeklyReport } from '#lib/reports/commands/publish-weekly-report.ts'
import { listReports, type ReportWeek } from '#lib/reports/queries/reports.ts'
import { reportWeekInput } from '#lib/reports/schema.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { fileQuery } from '#lib/shared/page-query.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

export function GET(request: Request): Promise<Response> {
  return handle(request, 'report:read', async ({ db, clock }) => {
    const read = readParams(fileQuery, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const { format, bom } = read.value
    const weeks = await listReports(db, clock.now())
    if (format === 'csv') return csvAnswer(fileOf(weeks), COLUMNS, { hasBom: bom === 'true' })
    if (format === 'json') return jsonAnswer(fileOf(weeks), itemOf)
    return wholeListAnswer(request, weeks.map(itemOf), read.value)
  })
}

export function POST(request: Request): Promise<Response> {
  return handle(request, 'report:publish', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = reportWeekInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const { week } = input.data
    const outcome = await publishWeeklyReport(ctx, week)
    if (!outcome.ok) return refusal(outcome.refusals)
    const { reportId, edition, isNew } = outcome.value
    return Response.json(
      { id: reportId, week, edition, isNew },
      { status: isNew ? 201 : 200, headers: { location: `/api/v1/reports/${week}`, 'cache-control': 'no-store' } },
    )
  })
}

function itemOf({ week, from, to, state, edition, publishedAt, publishedBy }: ReportWeek) {
  return { id: week, week, from, to, state, edition, publishedAt, publishedBy }
}

const COLUMNS: readonly CsvColumn<ReportWeek>[] = [
  { header: 'week', value: (row) => row.week },
  { header: 'from', value: (row) => row.from },
  { header: 'to', value: (row) => row.to },
  { header: 'state', value: (row) => row.state },
  { header: 'edition', value: (row) => row.edition },
  { header: 'published_at', value: (row) => row.publishedAt },
  { header: 'published_by', value: (row) => row.publishedBy },
]

function fileOf(weeks: readonly ReportWeek[]) {
  async function* all() {
    yield weeks
  }
  return { fileName: 'reports', rows: all() }
}
