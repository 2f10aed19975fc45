import type { Queryable } from '#lib/db/client.ts'
import { isLocked } from '#lib/db/lock.ts'
import { type LookWork, lookLock, lookWork } from '../look-work.ts'

/** What is being done about a source now. */
export async function findLookWork(db: Queryable, sourceId: string): Promise<LookWork> {
  const newest = [{ startedAt: 'desc' as const }, { id: 'desc' as const }]
  const open = await db.look.findFirst({
    where: { sourceId, end: null },
    include: { progress: true },
    orderBy: newest,
  })
  const last = await db.look.findFirst({
    where: { sourceId, end: { isNot: null } },
    include: { end: true },
    orderBy: newest,
  })
  const request = await db.auditEvent.findFirst({
    where: { objectKind: 'source', objectId: sourceId, action: 'source.look_requested' },
    orderBy: { seq: 'desc' },
    select: { at: true },
  })
  const progress = open?.progress
  return lookWork({
    open:
      open && progress
        ? {
            lookId: open.id,
            startedAt: open.startedAt,
            phase: progress.phase,
            done: progress.done,
            total: progress.total,
            updatedAt: progress.updatedAt,
          }
        : null,
    isHeld: open !== null && (await isLocked(db, lookLock(sourceId))),
    requestedAt: request?.at ?? null,
    last: last?.end ? { startedAt: last.startedAt, endedAt: last.end.endedAt } : null,
  })
}
