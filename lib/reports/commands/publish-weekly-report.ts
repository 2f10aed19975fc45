import { createHash } from 'node:crypto'
import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Queryable, Tx } from '#lib/db/client.ts'
import type { TextJudgeCtx } from '#lib/licences/text-judge.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { type IsoWeek, isoWeekBounds } from '#lib/shared/iso-week.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { assembleWeeklyReport } from '../assemble-weekly-report.ts'
import { comparedAhead } from '../compared-ahead.ts'
import { COMPANY, REPORT_FORMATS } from '../published-report.ts'
import { gatherReportInput } from '../queries/report-inputs.ts'
import { listUnendedLookSources } from '../queries/week-looks.ts'
import { reportToCsv, reportToJson } from '../report-to-csv.ts'
import { futureWeekRefusal, weekState } from '../week-state.ts'

export interface Publication {
  reportId: string
  edition: number
  /** False when the week had been published before: then nothing was written. */
  isNew: boolean
}

const EDITION = 1

/**
 * Publishes the report of a finished week, once: everything it quotes, its bytes in every format, and the record of it, whole
 * or not at all. Asked again, it answers with what stands. A week that is not over, or is still being looked at, is refused.
 */
export async function publishWeeklyReport(ctx: TextJudgeCtx, week: IsoWeek): Promise<Outcome<Publication>> {
  authorise(ctx.actor, 'report:publish')
  const now = ctx.clock.now()
  const state = weekState(week, now, null)
  if (state === 'future') return refused(futureWeekRefusal(week, now))
  if (state === 'running') return refused(runningWeekRefusal(week))
  const standing = await findPublication(ctx.db, week)
  if (standing) return ok(standing)
  if (await isStillLookedAt(ctx, isoWeekBounds(week).to)) return refused(lookRunningRefusal(week))
  const input = await gatherReportInput(ctx.db, week, now)
  const compared = await comparedAhead(input, ctx.textJudge)
  if (!compared.ok) return compared
  const report = assembleWeeklyReport(input, compared.value)
  const inputs = bytesOf(canonicalJson(input), 'application/json')
  const renditions = {
    json: bytesOf(reportToJson(report), REPORT_FORMATS.json),
    csv: bytesOf(reportToCsv(report), REPORT_FORMATS.csv),
  }
  return ctx.transaction(async (tx) => {
    // Of two publishers the second waits here, and then finds what the first has written.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`report ${week}`}, 0))`
    const first = await findPublication(tx, week)
    if (first) return ok(first)
    await keep(tx, [inputs, ...Object.values(renditions)], now)
    const { id } = await tx.report.create({
      data: {
        ...COMPANY,
        isoWeek: week,
        edition: EDITION,
        inputsSha: inputs.sha256,
        publishedAt: now,
        publishedBy: ctx.actor.name,
        renditions: { create: Object.entries(renditions).map(([format, { sha256 }]) => ({ format, sha256 })) },
      },
    })
    await record(tx, ctx, {
      action: 'report.published',
      object: { kind: 'report', id },
      after: {
        week,
        edition: EDITION,
        inputsSha256: inputs.sha256,
        renditions: { json: renditions.json.sha256, csv: renditions.csv.sha256 },
      },
    })
    return ok({ reportId: id, edition: EDITION, isNew: true })
  })
}

async function findPublication(db: Queryable, week: IsoWeek): Promise<Publication | null> {
  const row = await db.report.findFirst({ where: { ...COMPANY, isoWeek: week }, orderBy: { edition: 'desc' } })
  return row && { reportId: row.id, edition: row.edition, isNew: false }
}

/**
 * What a look that began within the week confirms belongs to the week, also when it ends after it. A look whose process was
 * killed holds no lock and confirms nothing more.
 */
async function isStillLookedAt(ctx: Ctx, weekEnd: Date): Promise<boolean> {
  for (const sourceId of await listUnendedLookSources(ctx.db, weekEnd)) {
    const release = await ctx.tryLock(`look ${sourceId}`)
    if (release === null) return true
    await release()
  }
  return false
}

interface Kept {
  bytes: Buffer<ArrayBuffer>
  sha256: string
  mediaType: string
}

function bytesOf(text: string, mediaType: string): Kept {
  const bytes = Buffer.from(text, 'utf8')
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType }
}

async function keep(tx: Tx, all: readonly Kept[], recordedAt: Date): Promise<void> {
  await tx.blob.createMany({
    data: all.map(({ bytes, sha256, mediaType }) => ({ sha256, bytes, size: bytes.length, mediaType, recordedAt })),
    skipDuplicates: true,
  })
}

function runningWeekRefusal(week: IsoWeek): Refusal {
  return {
    field: '/week',
    rule: 'week.running',
    message: `The week ${week} is not over.`,
    remedy: 'Read its draft now, or publish it when the week has ended.',
  }
}

function lookRunningRefusal(week: IsoWeek): Refusal {
  return {
    field: '/week',
    rule: 'week.look_running',
    message: `A look that began in the week ${week} is still running; what it confirms belongs to the report.`,
    remedy: 'Publish again when the look has ended.',
  }
}
