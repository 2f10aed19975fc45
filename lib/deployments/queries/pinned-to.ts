import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'

/** How many running deployments are pinned to a text by their newest version, as far as the reader may see. */
export async function countDeploymentsPinnedTo(db: Queryable, scope: Scope, textSha: string): Promise<number> {
  const current = await db.deploymentCurrent.findMany({
    where: { isRetired: false, deployment: { versions: { some: { pinnedTextSha: textSha } } }, ...withinScope(scope) },
    select: { deploymentId: true, n: true },
  })
  const versions = await db.deploymentVersion.findMany({
    where: { pinnedTextSha: textSha, deploymentId: { in: current.map((row) => row.deploymentId) } },
    select: { deploymentId: true, n: true },
  })
  const pinned = new Set(versions.map((row) => `${row.deploymentId} ${row.n}`))
  return current.filter((row) => pinned.has(`${row.deploymentId} ${row.n}`)).length
}
