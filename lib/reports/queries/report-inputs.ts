import type { Queryable } from '#lib/db/client.ts'
import type { TextJudge } from '#lib/licences/text-judge.ts'
import { type IsoWeek, isoWeekBounds } from '#lib/shared/iso-week.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { assembleWeeklyReport } from '../assemble-weekly-report.ts'
import { comparedAhead } from '../compared-ahead.ts'
import type { ReportInput } from '../report-input.ts'
import { futureWeekRefusal, weekState } from '../week-state.ts'
import type { WeeklyReport } from '../weekly-report.ts'
import { listQuotedTexts, listWeekChanges } from './week-changes.ts'
import { listWeekFindings } from './week-findings.ts'
import { findFirstLookAt, listWatchedSources, listWeekLooks } from './week-looks.ts'

/** Reads everything a week's report quotes. A week that is not over gives the inputs of a draft. */
export async function gatherReportInput(db: Queryable, week: IsoWeek, now: Date): Promise<ReportInput> {
  const bounds = isoWeekBounds(week)
  const firstLookAt = await findFirstLookAt(db)
  const changes = await listWeekChanges(db, bounds)
  return {
    week,
    generatedAt: now.toISOString(),
    isDraft: now < bounds.to,
    firstLookAt: firstLookAt?.toISOString() ?? null,
    changes,
    texts: await listQuotedTexts(db, changes),
    findings: await listWeekFindings(db, bounds),
    looks: await listWeekLooks(db, bounds),
    sources: await listWatchedSources(db, bounds),
  }
}

/** A week's report as it stands, marked as a draft and stored nowhere; a future week is refused. */
export async function draftReport(
  db: Queryable,
  week: IsoWeek,
  now: Date,
  textJudge: TextJudge,
): Promise<Outcome<WeeklyReport>> {
  if (weekState(week, now, null) === 'future') return refused(futureWeekRefusal(week, now))
  const input = { ...(await gatherReportInput(db, week, now)), isDraft: true }
  const compared = await comparedAhead(input, textJudge)
  return compared.ok ? ok(assembleWeeklyReport(input, compared.value)) : compared
}
