import { Prisma } from '#generated/prisma/client.ts'
import type { Scope } from '#lib/auth/permissions.ts'
import { verdictRank } from '#lib/policy/verdict.ts'
import type { DeploymentFilter } from '../schema.ts'

/** Which rows of the list a reader may see and a filter keeps, as SQL. */
export function whereDeployments(scope: Scope, filter: DeploymentFilter): Prisma.Sql {
  const { q, team, verdict, environment, use, model, licence, retired } = filter
  const conditions = [Prisma.sql`is_retired = ${retired}`]
  if (scope.teamIds !== 'all') conditions.push(ofTeams(scope.teamIds))
  if (team !== undefined) conditions.push(Prisma.sql`team_slug = ${team}`)
  if (verdict !== undefined) conditions.push(Prisma.sql`verdict_rank = ${verdictRank(verdict)}`)
  if (environment !== undefined) conditions.push(Prisma.sql`environment = ${environment}::"Environment"`)
  if (use !== undefined) conditions.push(Prisma.sql`use = ${use}::"Use"`)
  if (model !== undefined) conditions.push(Prisma.sql`model_name = ${model}`)
  if (licence !== undefined) conditions.push(Prisma.sql`licence_id = ${licence}`)
  if (q !== undefined) {
    // One lowered text searched once costs a third of three case-insensitive searches.
    const pattern = `%${q
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(Prisma.sql`lower(name || ' ' || model_name || ' ' || owner) like ${pattern}`)
  }
  return Prisma.join(conditions, ' and ')
}

/** One team by equality, so that its own index gives the order; PostgreSQL cannot do that for a list. */
function ofTeams(teamIds: readonly string[]): Prisma.Sql {
  const [only, ...more] = teamIds
  if (only !== undefined && more.length === 0) return Prisma.sql`team_id = ${only}::uuid`
  return Prisma.sql`team_id = any(${[...teamIds]}::uuid[])`
}
