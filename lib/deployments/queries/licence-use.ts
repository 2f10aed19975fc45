import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'

/** How many deployments run under each licence, as far as the reader may see; retired ones do not run. */
export async function countDeploymentsByLicence(db: Queryable, scope: Scope): Promise<Map<string, number>> {
  const rows = await db.deploymentCurrent.groupBy({
    by: ['licenceId'],
    _count: { deploymentId: true },
    where: { isRetired: false, licenceId: { not: null }, ...withinScope(scope) },
  })
  return new Map(rows.flatMap((row) => (row.licenceId === null ? [] : [[row.licenceId, row._count.deploymentId]])))
}
