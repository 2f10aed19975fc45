import type { Queryable } from '#lib/db/client.ts'
import { type IsoWeek, isoWeekBounds, isoWeekOf } from '#lib/shared/iso-week.ts'
import { OPEN_SUSPICION } from '#lib/upstream/queries/suspicions.ts'
import { coverageOf } from '../coverage.ts'
import type { ReportChange } from '../report-input.ts'
import { listWeekChanges } from './week-changes.ts'
import { findFirstLookAt, listWatchedSources, listWeekLooks } from './week-looks.ts'

export interface ThisWeek {
  week: IsoWeek
  from: Date
  /** Confirmed this week, newest first. */
  changes: ReportChange[]
  /** Seen once and waiting for a second look, from whatever week. */
  suspected: number
  isEverLookedAt: boolean
  /** Part of the week so far was not seen, at one source at least. */
  hasGaps: boolean
  looks: { complete: number; other: number; lastCompleteAt: Date | null; repositories: number }
  sources: number
}

/** What upstream came to since Monday, and how well it was watched. */
export async function findThisWeek(db: Queryable, now: Date): Promise<ThisWeek> {
  const week = isoWeekOf(now)
  const bounds = isoWeekBounds(week)
  const changes = await listWeekChanges(db, bounds)
  const looks = await listWeekLooks(db, bounds)
  const sources = await listWatchedSources(db, bounds)
  const window = { from: bounds.from, to: now, isOver: false }
  const complete = looks.filter((look) => look.outcome === 'complete')
  const last = await db.lookEnd.findFirst({
    where: { outcome: 'complete' },
    orderBy: { endedAt: 'desc' },
    select: { endedAt: true },
  })
  return {
    week,
    from: bounds.from,
    changes: changes.toReversed(),
    suspected: await db.change.count({ where: OPEN_SUSPICION }),
    isEverLookedAt: (await findFirstLookAt(db)) !== null,
    hasGaps: sources.length === 0 || sources.some((source) => coverageOf(source, looks, window).gaps.length > 0),
    looks: {
      complete: complete.length,
      other: looks.filter((look) => look.outcome !== null && look.outcome !== 'complete').length,
      lastCompleteAt: last?.endedAt ?? null,
      repositories: await db.repositoryState.count(),
    },
    sources: sources.length,
  }
}
