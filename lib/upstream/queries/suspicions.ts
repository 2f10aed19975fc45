import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import type { ChangeKind } from '../change.ts'
import type { LicenceFile } from '../repository-state.ts'

/** Suspected, and nothing has settled it yet. */
export const OPEN_SUSPICION = {
  statuses: {
    some: { status: 'suspected' as const },
    none: { status: { in: ['confirmed' as const, 'cleared' as const] } },
  },
}

const file = z.object({ path: z.string(), oid: z.string(), sha256: z.string().nullable() })
const emptied = z.object({ before: z.string().nullable() })
const removed = z.object({ before: z.array(file) })

/** What a doubtful change took away, as it stood before. */
export interface OpenSuspicion {
  kind: ChangeKind
  beforeObservationId: string | null
  weights: string | null
  licences: LicenceFile[]
}

/** The doubtful changes of a repository that nothing has settled yet, newest first. */
export async function listOpenSuspicions(db: Queryable, repositoryId: string): Promise<OpenSuspicion[]> {
  const changes = await db.change.findMany({
    where: { repositoryId, ...OPEN_SUSPICION },
    orderBy: [{ observedAt: 'desc' }, { id: 'desc' }],
  })
  return changes.map(({ kind, beforeObsId, detail }) => ({
    kind,
    beforeObservationId: beforeObsId,
    weights: kind === 'emptied' ? emptied.parse(detail).before : null,
    licences: kind === 'licence_removed' ? removed.parse(detail).before : [],
  }))
}
