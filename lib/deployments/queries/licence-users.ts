import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'

export interface LicenceUser {
  deploymentId: string
  name: string
  teamSlug: string
  modelName: string
  /** How it is known that it stands under the licence; null where that was not said. */
  licenceBasis: string | null
  environment: string
  verdict: string
}

export interface LicenceUse {
  /** The worst verdicts first; `total` counts all of them. */
  deployments: LicenceUser[]
  total: number
  /** Whose they are, those with most first. */
  teams: { slug: string; deployments: number }[]
}

const SHOWN = 25

/** Who runs something under a licence now, as far as the reader may see. */
export async function findLicenceUse(db: Queryable, scope: Scope, licenceId: string): Promise<LicenceUse> {
  const where = { licenceId, isRetired: false, ...withinScope(scope) }
  const [deployments, teams] = await Promise.all([
    db.deploymentCurrent.findMany({
      where,
      orderBy: [{ verdictRank: 'desc' }, { name: 'asc' }, { deploymentId: 'asc' }],
      take: SHOWN,
      select: {
        deploymentId: true,
        name: true,
        teamSlug: true,
        modelName: true,
        licenceBasis: true,
        environment: true,
        verdict: true,
      },
    }),
    db.deploymentCurrent.groupBy({ by: ['teamSlug'], where, _count: { deploymentId: true } }),
  ])
  return {
    deployments,
    total: teams.reduce((sum, team) => sum + team._count.deploymentId, 0),
    teams: teams
      .map((team) => ({ slug: team.teamSlug, deployments: team._count.deploymentId }))
      .sort((a, b) => b.deployments - a.deployments || (a.slug < b.slug ? -1 : 1)),
  }
}
