import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'

export interface ModelUse {
  deploymentId: string
  name: string
  teamSlug: string
  environment: string
  use: string
  revision: string
  isConfirmed: boolean
  verdict: string
  openFindings: number
  isRetired: boolean
}

const SHOWN = 200

/** Who runs this model, as far as the reader may see: what runs first, then what is retired. `total` counts all of it. */
export async function listModelUses(
  db: Queryable,
  scope: Scope,
  modelId: string,
): Promise<{ uses: ModelUse[]; running: number; total: number }> {
  const where = { modelId, ...withinScope(scope) }
  const uses = await db.deploymentCurrent.findMany({
    where,
    orderBy: [{ isRetired: 'asc' }, { verdictRank: 'desc' }, { name: 'asc' }, { deploymentId: 'asc' }],
    take: SHOWN,
    select: {
      deploymentId: true,
      name: true,
      teamSlug: true,
      environment: true,
      use: true,
      revision: true,
      isConfirmed: true,
      verdict: true,
      openFindings: true,
      isRetired: true,
    },
  })
  return {
    uses,
    running: await db.deploymentCurrent.count({ where: { ...where, isRetired: false } }),
    total: await db.deploymentCurrent.count({ where }),
  }
}
