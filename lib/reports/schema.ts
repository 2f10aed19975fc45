import { z } from 'zod'
import { type IsoWeek, parseIsoWeek } from '#lib/shared/iso-week.ts'
import { isReportFormat, REPORT_FORMATS, type ReportFormat } from './published-report.ts'

const isoWeek = z
  .custom<IsoWeek>((value) => typeof value === 'string' && parseIsoWeek(value) !== undefined, {
    error: 'This is not an ISO week.',
    params: { rule: 'week.malformed', remedy: 'Give a year and its week, such as 2026-W47.' },
  })
  .meta({ type: 'string', pattern: '^\\d{4}-W\\d{2}$', examples: ['2026-W47'], description: 'An ISO 8601 week' })

const format = z.custom<ReportFormat>((value) => typeof value === 'string' && isReportFormat(value), {
  error: 'Reports are not written in this format.',
  params: { rule: 'format.unknown', remedy: `Give one of: ${Object.keys(REPORT_FORMATS).join(', ')}.` },
})

/** Which week's report is asked for. */
export const reportWeekInput = z.object({ week: isoWeek })

/** Which week's report is asked for, and in which format. */
export const reportInput = reportWeekInput.extend({ format })
