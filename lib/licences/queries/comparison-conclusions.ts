import type { Queryable } from '#lib/db/client.ts'
import type { ComparisonOutcome } from '../comparison-conclusion.ts'

export interface ComparisonConclusion {
  id: string
  fromSha: string
  toSha: string
  outcome: ComparisonOutcome
  reason: string
  by: string
  recordedAt: Date
}

/** What people concluded about a pair of texts, newest first; a conclusion about the way back is another one. */
export async function listComparisonConclusions(
  db: Queryable,
  pair: { from: string; to: string },
): Promise<ComparisonConclusion[]> {
  const rows = await db.comparisonConclusion.findMany({
    where: { fromSha: pair.from, toSha: pair.to },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ personName, personId: _, ...row }) => ({ ...row, by: personName }))
}
