import { z } from 'zod'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { publishDueReports } from '#lib/reports/commands/publish-due-reports.ts'
import { publishWeeklyReport } from '#lib/reports/commands/publish-weekly-report.ts'
import { reportWeekInput } from '#lib/reports/schema.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { listDueSources } from '#lib/upstream/queries/due-sources.ts'
import type { AppCtx } from '#lib/wiring.ts'

/** Does one job and answers what came of it, in a sentence; null where nothing was worth saying. A throw has it tried again. */
export type JobHandler = (ctx: AppCtx, data: unknown, signal: AbortSignal) => Promise<string | null>

const lookJob = z.object({
  sourceId: z.uuid(),
  trigger: z.enum(['schedule', 'person', 'command', 'api']),
  startedBy: z.string(),
})
const publishJob = reportWeekInput.partial()

/** What the worker does, by queue. Every handler may run twice for one job. */
export const JOB_HANDLERS: Readonly<Record<'look' | 'judge' | 'publish-report', JobHandler>> = {
  async look(ctx, data) {
    const request = lookJob.parse(data)
    if (request.trigger === 'schedule' && !(await isStillDue(ctx, request.sourceId))) return null
    const summary = await lookAtSource(ctx, request)
    const why = summary.message === null ? '' : ` ${summary.reason}: ${summary.message}`
    return `${summary.outcome}; ${summary.listed} listed, ${summary.read} read, ${summary.changes} changes.${why}`
  },

  async judge(ctx, _data, signal) {
    let judged = 0
    // What is touched while a drain runs may find the drain's end: one that judged something is followed by another.
    for (let more = 1; more > 0 && !signal.aborted; judged += more) more = (await drainTouched(ctx)).judged
    return judged === 0 ? null : `${judged} judged`
  },

  async 'publish-report'(ctx, data) {
    const { week } = publishJob.parse(data ?? {})
    if (week === undefined) {
      const { published, refused } = await publishDueReports(ctx)
      if (refused.length > 0) throw new Error(refused.map((one) => reasons(one.refusals)).join(' '))
      return published.length === 0 ? null : `${published.join(', ')} published`
    }
    const outcome = await publishWeeklyReport(ctx, week)
    if (!outcome.ok) throw new Error(reasons(outcome.refusals))
    return outcome.value.isNew ? `${week} published` : null
  },
}

/** A scheduled look may have waited while somebody else looked, or while the source was paused. */
async function isStillDue(ctx: AppCtx, sourceId: string): Promise<boolean> {
  const due = await listDueSources(ctx.db, ctx.clock.now(), { isResuming: true })
  return due.some((source) => source.id === sourceId)
}

function reasons(refusals: readonly Refusal[]): string {
  return refusals.map(({ message, remedy }) => `${message} ${remedy}`).join(' ')
}
