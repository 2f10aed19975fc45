import type { Queryable } from '#lib/db/client.ts'
import { findLookSummary, type LookSummary } from './looks.ts'

export interface SourceLook {
  summary: LookSummary
  startedBy: string
  /** What the look could not see, with the reason. */
  issues: { thing: string; kind: string; message: string }[]
}

const SHOWN = 30
const ISSUES_SHOWN = 20

/** The newest ended looks at a source, each with what it could not see. */
export async function listSourceLooks(db: Queryable, sourceId: string): Promise<SourceLook[]> {
  const rows = await db.look.findMany({
    where: { sourceId, end: { isNot: null } },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    include: { issues: { orderBy: { at: 'asc' }, take: ISSUES_SHOWN } },
  })
  const looks: SourceLook[] = []
  for (const { id, startedBy, issues } of rows) {
    const summary = await findLookSummary(db, id)
    if (summary) looks.push({ summary, startedBy, issues })
  }
  return looks
}
