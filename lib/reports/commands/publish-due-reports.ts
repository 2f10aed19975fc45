import type { TextJudgeCtx } from '#lib/licences/text-judge.ts'
import type { IsoWeek } from '#lib/shared/iso-week.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { listReports } from '../queries/reports.ts'
import { publishWeeklyReport } from './publish-weekly-report.ts'

export interface DueReports {
  published: IsoWeek[]
  /** Weeks that have to wait, with the reason. */
  refused: { week: IsoWeek; refusals: Refusal[] }[]
}

/** Publishes every finished week since the first look that has no report yet, oldest first. */
export async function publishDueReports(ctx: TextJudgeCtx): Promise<DueReports> {
  const weeks = await listReports(ctx.db, ctx.clock.now())
  const due = weeks.flatMap(({ week, state }) => (state === 'unpublished' ? [week] : [])).reverse()
  const result: DueReports = { published: [], refused: [] }
  for (const week of due) {
    const outcome = await publishWeeklyReport(ctx, week)
    if (!outcome.ok) result.refused.push({ week, refusals: outcome.refusals })
    else if (outcome.value.isNew) result.published.push(week)
  }
  return result
}
