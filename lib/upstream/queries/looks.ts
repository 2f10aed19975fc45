import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { RecordPlace } from '../record-place.ts'

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
  return look && summaryOf(look)
}

/** One thing a look could not see. */
export interface IssueRow {
  id: string
  thing: string
  /** A HubError kind. */
  kind: string
  message: string
  url: string | null
  at: Date
}

export interface LookRow extends LookSummary {
  trigger: string
  startedBy: string
  /** What it could not see, as it came up; at most so many as are worth reading. */
  issues: IssueRow[]
  issueCount: number
}

const ISSUES_SHOWN = 50

/** The looks of a source that have ended, newest first, with what each could not see; after a place in the list. */
export async function listLooks(
  db: Queryable,
  sourceId: string,
  page: { after: RecordPlace | null; limit: number },
): Promise<LookRow[]> {
  const { after } = page
  const looks = await db.look.findMany({
    where: {
      sourceId,
      end: { isNot: null },
      ...(after === null
        ? {}
        : { OR: [{ startedAt: { lt: after.at } }, { startedAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
    include: {
      end: true,
      baselineOf: true,
      issues: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: ISSUES_SHOWN },
      _count: { select: { issues: true } },
    },
  })
  return looks.flatMap((look) => {
    const summary = summaryOf(look)
    if (summary === null) return []
    const { trigger, startedBy, issues, _count } = look
    return [{ ...summary, trigger, startedBy, issues, issueCount: _count.issues }]
  })
}

/** How many looks at a source have ended. */
export async function countLooks(db: Queryable, sourceId: string): Promise<number> {
  return db.look.count({ where: { sourceId, end: { isNot: null } } })
}

function summaryOf(look: Prisma.LookGetPayload<{ include: { end: true; baselineOf: true } }>): LookSummary | null {
  if (!look.end) return null
  const { endedAt, outcome, reason, message, requests, pages, listed, read, changes } = look.end
  return {
    lookId: look.id,
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
