import type { Queryable } from '#lib/db/client.ts'
import { type LookWork, nextLookAt } from '../look-work.ts'
import { upstreamIdSchema } from '../schema.ts'
import { type SourceHealth, sourceHealth } from '../source-health.ts'
import { findLookWork } from './look-work.ts'
import { findLookSummary, type LookSummary } from './looks.ts'

export interface SourceRow {
  id: string
  kind: string
  owner: string
  endpoint: string
  intervalSeconds: number
  confirmAfterSeconds: number
  pausedAt: Date | null
  createdAt: Date
  baselineLookId: string | null
  health: SourceHealth
  /** Since when it has been stale or failing; null while fresh or never looked at. */
  since: Date | null
  lastLook: LookSummary | null
  lastGood: LookSummary | null
  /** How far a look is that runs now; null when none does. */
  running: { lookId: string; startedAt: Date; phase: string; done: number; total: number | null } | null
  /** What is being done about it now; `running` beside it knows nothing of whether its process still lives. */
  work: LookWork
  /** When it is looked at next by schedule; null while paused. */
  nextLookAt: Date | null
  repositories: number
}

/** Every source with its health, oldest first. */
export async function listSources(db: Queryable, now: Date): Promise<SourceRow[]> {
  const sources = await db.source.findMany({ orderBy: { createdAt: 'asc' } })
  const rows: SourceRow[] = []
  for (const source of sources) rows.push(await rowOf(db, source, now))
  return rows
}

/** One source by its id or its organisation's name; null where there is none. */
export async function findSource(db: Queryable, idOrOwner: string, now: Date): Promise<SourceRow | null> {
  const isId = upstreamIdSchema.safeParse(idOrOwner).success
  const source = await db.source.findFirst({ where: isId ? { id: idOrOwner } : { owner: idOrOwner } })
  return source ? rowOf(db, source, now) : null
}

interface StoredSource {
  id: string
  kind: string
  owner: string
  endpoint: string
  intervalSeconds: number
  confirmAfterSeconds: number
  pausedAt: Date | null
  createdAt: Date
  baselineLookId: string | null
}

async function rowOf(db: Queryable, source: StoredSource, now: Date): Promise<SourceRow> {
  const newest = { orderBy: [{ startedAt: 'desc' as const }, { id: 'desc' as const }] }
  const ended = await db.look.findFirst({ where: { sourceId: source.id, end: { isNot: null } }, ...newest })
  const good = await db.look.findFirst({ where: { sourceId: source.id, end: { outcome: 'complete' } }, ...newest })
  const running = await db.look.findFirst({
    where: { sourceId: source.id, end: null },
    include: { progress: true },
    ...newest,
  })
  // A look that lost its process says nothing about the hub.
  const telling = await db.look.findFirst({
    where: { sourceId: source.id, end: { outcome: { not: 'interrupted' } } },
    ...newest,
  })
  const lastLook = ended ? await findLookSummary(db, ended.id) : null
  const lastGood = good ? await findLookSummary(db, good.id) : null
  return {
    id: source.id,
    kind: source.kind,
    owner: source.owner,
    endpoint: source.endpoint,
    intervalSeconds: source.intervalSeconds,
    confirmAfterSeconds: source.confirmAfterSeconds,
    pausedAt: source.pausedAt,
    createdAt: source.createdAt,
    baselineLookId: source.baselineLookId,
    ...sourceHealth(source, telling ? await findLookSummary(db, telling.id) : null, lastGood, now),
    lastLook,
    lastGood,
    running: running?.progress
      ? {
          lookId: running.id,
          startedAt: running.startedAt,
          phase: running.progress.phase,
          done: running.progress.done,
          total: running.progress.total,
        }
      : null,
    work: await findLookWork(db, source.id),
    nextLookAt: nextLookAt(source, running?.startedAt ?? ended?.startedAt ?? null, now),
    repositories: await db.repositoryState.count({ where: { sourceId: source.id } }),
  }
}
