import type { Queryable } from '#lib/db/client.ts'

export interface ActiveClaim {
  id: string
  subjectId: string
  property: string
  value: unknown
  sourceRefs: unknown
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  confidence: string
  dataset: string
  version: string
  recordedAt: Date
}

/** Claims about models that nobody took back; of what looks observed, only the newest per property. */
export async function listActiveClaims(
  db: Queryable,
  modelIds: readonly string[] | 'all',
  dataset?: string,
): Promise<ActiveClaim[]> {
  const rows = await db.claim.findMany({
    where: {
      subjectKind: 'model',
      ...(modelIds === 'all' ? {} : { subjectId: { in: [...modelIds] } }),
      ...(dataset === undefined ? {} : { dataset }),
      retractsId: null,
      retractions: { none: {} },
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  const observed = new Set<string>()
  return rows.filter((row) => {
    if (row.dataset !== 'look') return true
    const key = `${row.subjectId} ${row.property}`
    if (observed.has(key)) return false
    observed.add(key)
    return true
  })
}
