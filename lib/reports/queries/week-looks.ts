import type { Queryable } from '#lib/db/client.ts'
import type { ReportLook, ReportSource } from '../report-input.ts'

interface Week {
  from: Date
  to: Date
}

/** The end of the first complete look at any source: from then on something was watched. Null before it. */
export async function findFirstLookAt(db: Queryable): Promise<Date | null> {
  const first = await db.lookEnd.findFirst({
    where: { outcome: 'complete' },
    orderBy: { endedAt: 'asc' },
    select: { endedAt: true },
  })
  return first?.endedAt ?? null
}

/** Every look that began or ended within a week, with how it ended. */
export async function listWeekLooks(db: Queryable, { from, to }: Week): Promise<ReportLook[]> {
  const within = { gte: from, lt: to }
  const looks = await db.look.findMany({
    where: { OR: [{ startedAt: within }, { end: { endedAt: within } }] },
    include: { end: { select: { endedAt: true, outcome: true, reason: true } } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  })
  return looks.map(({ sourceId, startedAt, end }) => ({
    sourceId,
    startedAt: startedAt.toISOString(),
    endedAt: end?.endedAt.toISOString() ?? null,
    outcome: end?.outcome ?? null,
    reason: end?.reason ?? null,
  }))
}

/** Every source there was by the end of a week, with when it was last seen before the week began. */
export async function listWatchedSources(db: Queryable, { from, to }: Week): Promise<ReportSource[]> {
  const sources = await db.source.findMany({
    where: { createdAt: { lt: to } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const seen = await db.$queryRaw<{ sourceId: string; at: Date }[]>`
    select l.source_id as "sourceId", max(e.ended_at) as at
    from look_ends e join looks l on l.id = e.look_id
    where e.outcome = 'complete' and e.ended_at < ${from}
    group by l.source_id`
  const lastSeen = new Map(seen.map(({ sourceId, at }) => [sourceId, at]))
  return sources.map((source) => ({
    id: source.id,
    name: `${source.owner} at ${source.endpoint}`,
    createdAt: source.createdAt.toISOString(),
    pausedAt: source.pausedAt?.toISOString() ?? null,
    intervalSeconds: source.intervalSeconds,
    lastCompleteBeforeAt: lastSeen.get(source.id)?.toISOString() ?? null,
  }))
}

/** The sources with a look that began before an instant and has no end yet: it runs, or its process was killed. */
export async function listUnendedLookSources(db: Queryable, before: Date): Promise<string[]> {
  const looks = await db.look.findMany({
    where: { startedAt: { lt: before }, end: null },
    select: { sourceId: true },
    distinct: ['sourceId'],
  })
  return looks.map(({ sourceId }) => sourceId)
}
