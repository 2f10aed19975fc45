import type { Queryable } from '#lib/db/client.ts'

export interface LookSummary {
  lookId: string
  sourceId: string
  startedAt: Date
  endedAt: Date
  outcome: 'complete' | 'partial' | 'failed' | 'interrupted'
  reason: string | null
  message: string | null
  requests: number
  pages: number
  listed: number
  read: number
  changes: number
  isBaseline: boolean
  /** The look was already running when it was asked for. */
  isJoined: boolean
}

/** The newest look of a source, running or ended. */
export async function newestLookId(db: Queryable, sourceId: string): Promise<string | null> {
  const look = await db.look.findFirst({ where: { sourceId }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }] })
  return look?.id ?? null
}

/** How a look ended; null while it runs. */
export async function findLookSummary(db: Queryable, lookId: string): Promise<LookSummary | null> {
  const look = await db.look.findUnique({ where: { id: lookId }, include: { end: true, baselineOf: true } })
  if (!look?.end) return null
  const { endedAt, outcome, reason, message, requests, pages, listed, read, changes } = look.end
  return {
    lookId,
    sourceId: look.sourceId,
    startedAt: look.startedAt,
    endedAt,
    outcome,
    reason,
    message,
    requests,
    pages,
    listed,
    read,
    changes,
    isBaseline: look.baselineOf !== null,
    isJoined: false,
  }
}
