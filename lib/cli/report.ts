import { publishWeeklyReport } from '#lib/reports/commands/publish-weekly-report.ts'
import type { ReportFormat } from '#lib/reports/published-report.ts'
import { draftReport } from '#lib/reports/queries/report-inputs.ts'
import { findRendition } from '#lib/reports/queries/reports.ts'
import { reportToCsv, reportToJson } from '#lib/reports/report-to-csv.ts'
import { reportInput } from '#lib/reports/schema.ts'
import { type IsoWeek, isoWeekOf } from '#lib/shared/iso-week.ts'
import { type Outcome, ok } from '#lib/shared/outcome.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { asOperator } from './connection.ts'
import { EXIT, printRefusals } from './output.ts'

interface Printed {
  bytes: Uint8Array
  /** What happened, for people; the bytes alone go to the standard output. */
  note: string
}

/** `weighbridge report`: publishes a finished week once and prints exactly what is stored; the running week as a draft. */
export async function reportCommand(options: { week: string; format: string; json: boolean }): Promise<number> {
  const input = reportInput.safeParse(options)
  if (!input.success) return printRefusals(options.json, refusalsOf(input.error, options))
  const { week, format } = input.data
  if (options.json && format !== 'json') return printRefusals(true, [CONFLICT])
  const outcome = await asOperator((ctx) => obtain(ctx, week, format))
  if (!outcome.ok) return printRefusals(options.json, outcome.refusals)
  process.stderr.write(`${outcome.value.note}\n`)
  process.stdout.write(outcome.value.bytes)
  return EXIT.fine
}

const CONFLICT = {
  field: '/format',
  rule: 'format.conflict',
  message: 'With --json only JSON can be printed.',
  remedy: 'Leave out --json or --format.',
}

async function obtain(ctx: AppCtx, week: IsoWeek, format: ReportFormat): Promise<Outcome<Printed>> {
  const now = ctx.clock.now()
  if (week === isoWeekOf(now)) return draft(ctx, week, now, format)
  const published = await publishWeeklyReport(ctx, week)
  if (!published.ok) return published
  const { edition, isNew } = published.value
  const rendition = await findRendition(ctx.db, week, format)
  if (rendition === null) throw new Error(`The report of ${week} has no ${format} rendition.`)
  const what = `Report ${week}, edition ${edition}, SHA-256 ${rendition.sha256}`
  return ok({ bytes: rendition.bytes, note: `${what}: ${isNew ? 'published now' : 'published before'}.` })
}

async function draft(ctx: AppCtx, week: IsoWeek, now: Date, format: ReportFormat): Promise<Outcome<Printed>> {
  const outcome = await draftReport(ctx.db, week, now, ctx.textJudge)
  if (!outcome.ok) return outcome
  const text = format === 'csv' ? reportToCsv(outcome.value) : reportToJson(outcome.value)
  return ok({ bytes: Buffer.from(text), note: `Draft of ${week}: the week is not over, and nothing was stored.` })
}
