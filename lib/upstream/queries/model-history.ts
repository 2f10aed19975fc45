import type { Queryable } from '#lib/db/client.ts'
import type { ChangeKind, ChangeStatus } from '../change.ts'

export interface ModelChange {
  id: string
  kind: ChangeKind
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  observedAt: Date
  /** How it stands now; what doubtful looks showed waits as `suspected`. */
  status: ChangeStatus
  statusAt: Date
}

const SHOWN = 500

/** The newest changes upstream of a model, with how each stands now and how many there are in all. */
export async function listModelChanges(
  db: Queryable,
  modelId: string,
): Promise<{ changes: ModelChange[]; total: number }> {
  const rows = await db.change.findMany({
    where: { modelId },
    orderBy: [{ observedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    include: { statuses: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  return {
    changes: rows.map(({ id, kind, grade, observedAt, statuses }) => ({
      id,
      kind,
      grade,
      observedAt,
      status: statuses[0]?.status ?? 'suspected',
      statusAt: statuses[0]?.at ?? observedAt,
    })),
    total: await db.change.count({ where: { modelId } }),
  }
}

export interface ModelRepository {
  id: string
  hub: string
  /** The hub's own id; null until a look has seen it. */
  hubObjectId: string | null
  createdAt: Date
}

/** The places on hubs that hold a model, oldest first. */
export async function listModelRepositories(db: Queryable, modelId: string): Promise<ModelRepository[]> {
  return db.repository.findMany({
    where: { modelId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, hub: true, hubObjectId: true, createdAt: true },
  })
}

export interface ModelAuditEvent {
  seq: string
  at: Date
  actorKind: string
  actorName: string
  action: string
}

/** What was done to a model or its repositories, newest first. Only for readers who may read the audit log. */
export async function listModelAudit(db: Queryable, modelId: string): Promise<ModelAuditEvent[]> {
  const repositories = await listModelRepositories(db, modelId)
  const rows = await db.auditEvent.findMany({
    where: {
      OR: [
        { objectKind: 'model', objectId: modelId },
        { objectKind: 'repository', objectId: { in: repositories.map((repository) => repository.id) } },
      ],
    },
    orderBy: { seq: 'desc' },
    take: SHOWN,
    select: { seq: true, at: true, actorKind: true, actorName: true, action: true },
  })
  return rows.map((row) => ({ ...row, seq: String(row.seq) }))
}
