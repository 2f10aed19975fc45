import { handle, refusal } from '#app/_server/handler.ts'
import { immutableAnswer } from '#app/_server/immutable-answer.ts'
import { reportFormatQuery } from '#lib/reports/answer-schema.ts'
import { REPORT_FORMATS, type ReportFormat } from '#lib/reports/published-report.ts'
import { draftReport } from '#lib/reports/queries/report-inputs.ts'
import { findRendition } from '#lib/reports/queries/reports.ts'
import { reportToCsv, reportToJson } from '#lib/reports/report-to-csv.ts'
import { reportWeekInput } from '#lib/reports/schema.ts'
import type { WeeklyReport } from '#lib/reports/weekly-report.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

export function GET(request: Request, { params }: { params: Promise<{ week: string }> }): Promise<Response> {
  return handle(request, 'report:read', async ({ db, clock, textJudge }) => {
    const [name, ending] = (await params).week.split(/\.(?=json$|csv$)/)
    const asked = reportWeekInput.safeParse({ week: name })
    if (!asked.success) return refusal(refusalsOf(asked.error))
    const query = readParams(reportFormatQuery, new URL(request.url).searchParams)
    if (!query.ok) return refusal(query.refusals)
    const { week } = asked.data
    const format: ReportFormat = ending === 'csv' || ending === 'json' ? ending : query.value.format
    const rendition = await findRendition(db, week, format)
    const fileName = format === 'csv' ? `weighbridge-${week}.csv` : undefined
    if (rendition !== null) {
      const body = new Uint8Array(rendition.bytes)
      return immutableAnswer(request, { ...rendition, body, fileName, mediaType: mediaTypeOf(format) })
    }
    const draft = await draftReport(db, week, clock.now(), textJudge)
    return draft.ok ? draftAnswer(draft.value, format) : refusal(draft.refusals)
  })
}

function mediaTypeOf(format: ReportFormat): string {
  return `${REPORT_FORMATS[format]}; charset=utf-8`
}

/** A draft is another one a minute later, so nobody may keep it. */
function draftAnswer(report: WeeklyReport, format: ReportFormat): Response {
  const body = format === 'csv' ? reportToCsv(report) : reportToJson(report)
  const disposition = format === 'csv' ? `attachment; filename="weighbridge-${report.week}-draft.csv"` : 'inline'
  return new Response(body, {
    headers: {
      'content-type': mediaTypeOf(format),
      'content-disposition': disposition,
      'cache-control': 'no-store',
    },
  })
}
