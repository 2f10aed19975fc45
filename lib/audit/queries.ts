import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { AuditView } from './schema.ts'

export interface RecordedEvent {
  /** Its place in the log; later is higher. */
  seq: bigint
  at: Date
  actor: { kind: string; id: string | null; name: string }
  action: string
  object: { kind: string; id: string }
  teamId: string | null
  modelRef: string | null
  before: Prisma.JsonValue
  after: Prisma.JsonValue
  leafHash: string
}

const DAY = 86_400_000
const EXPORT_STEP = 1_000

/** Events of a view, newest first, below a place in the log. */
export async function listAuditEvents(
  db: Queryable,
  view: AuditView,
  page: { below: bigint | null; limit: number },
): Promise<RecordedEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { AND: [conditionOf(view), page.below === null ? {} : { seq: { lt: page.below } }] },
    orderBy: { seq: 'desc' },
    take: page.limit,
  })
  return rows.map(eventOf)
}

/** How many events a view holds. */
export async function countAuditEvents(db: Queryable, view: AuditView): Promise<number> {
  return db.auditEvent.count({ where: conditionOf(view) })
}

/** A view's events from newest to oldest, some at a time, at most so many. */
export async function* eachAuditEvent(db: Queryable, view: AuditView, most: number): AsyncGenerator<RecordedEvent[]> {
  let below: bigint | null = null
  for (let left = most; left > 0; ) {
    const events: RecordedEvent[] = await listAuditEvents(db, view, { below, limit: Math.min(EXPORT_STEP, left) })
    const last = events.at(-1)
    if (last === undefined) return
    yield events
    left -= events.length
    below = last.seq
  }
}

/** One event by its place in the log; null where there is none. */
export async function findAuditEvent(db: Queryable, seq: bigint): Promise<RecordedEvent | null> {
  const row = await db.auditEvent.findUnique({ where: { seq } })
  return row && eventOf(row)
}

function conditionOf({ action, actor, objectKind, objectId, from, to }: AuditView): Prisma.AuditEventWhereInput {
  const at = {
    ...(from === undefined ? {} : { gte: new Date(`${from}T00:00:00Z`) }),
    ...(to === undefined ? {} : { lt: new Date(Date.parse(`${to}T00:00:00Z`) + DAY) }),
  }
  return {
    ...(action === undefined ? {} : { action }),
    ...(actor === undefined ? {} : { actorName: { contains: actor, mode: 'insensitive' } }),
    ...(objectKind === undefined ? {} : { objectKind }),
    ...(objectId === undefined ? {} : { objectId }),
    ...(from === undefined && to === undefined ? {} : { at }),
  }
}

function eventOf(row: Prisma.AuditEventGetPayload<object>): RecordedEvent {
  return {
    seq: row.seq,
    at: row.at,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    object: { kind: row.objectKind, id: row.objectId },
    teamId: row.teamId,
    modelRef: row.modelRef,
    before: row.before,
    after: row.after,
    leafHash: row.leafHash,
  }
}
