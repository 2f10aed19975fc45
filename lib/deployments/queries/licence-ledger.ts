import { Prisma } from '#generated/prisma/client.ts'
import type { Scope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import { type LedgerLicence, unusedLicence } from '#lib/licences/licence-view.ts'
import { countTextsByLicence } from '#lib/licences/queries/current-identifications.ts'
import type { ChangeKind } from '#lib/upstream/change.ts'

/** What changes the terms somebody stands under, or what is said of them. */
const LICENCE_CHANGES: readonly ChangeKind[] = [
  'licence_text_changed',
  'licence_declaration_changed',
  'licence_mismatch_opened',
  'licence_mismatch_cleared',
  'licence_removed',
  'base_licence_changed',
]

interface Uses {
  licenceId: string
  deployments: number
  teams: number
}

/**
 * Every licence that a model stands under, a text was found to be or a visible deployment runs under. Without a scope nothing
 * is said of deployments.
 */
export async function listLicenceLedger(db: Queryable, scope: Scope | null): Promise<LedgerLicence[]> {
  const [texts, models, uses, changes] = await Promise.all([
    countTextsByLicence(db),
    countModels(db),
    scope === null ? null : countUses(db, scope),
    listLastChanges(db),
  ])
  const [modelsOf, usesOf] = [byLicence(models), byLicence(uses ?? [])]
  const changedAt = byLicence(changes)
  const verdictsOf = Map.groupBy(texts, (row) => row.licenceId)
  const ids = new Set([...verdictsOf.keys(), ...modelsOf.keys(), ...usesOf.keys()])
  return [...ids].map((id) => {
    const verdicts = Object.fromEntries((verdictsOf.get(id) ?? []).map((row) => [row.verdict, row.texts]))
    return {
      ...unusedLicence(id, uses !== null),
      texts: (verdicts.MATCH ?? 0) + (verdicts.CONTAINS ?? 0),
      verdicts,
      models: modelsOf.get(id)?.models ?? 0,
      deployments: uses && (usesOf.get(id)?.deployments ?? 0),
      teams: uses && (usesOf.get(id)?.teams ?? 0),
      lastChangeAt: changedAt.get(id)?.at ?? null,
    }
  })
}

function byLicence<Row extends { licenceId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.licenceId, row]))
}

function countModels(db: Queryable): Promise<{ licenceId: string; models: number }[]> {
  return db.$queryRaw`
    select licence_id as "licenceId", count(*)::int as models from model_current where licence_id is not null group by 1`
}

/** Counted per licence and team first: a hundred thousand rows become a few hundred before anything is told apart. */
function countUses(db: Queryable, scope: Scope): Promise<Uses[]> {
  const teams = scope.teamIds === 'all' ? Prisma.sql`true` : Prisma.sql`team_id = any(${[...scope.teamIds]}::uuid[])`
  return db.$queryRaw`
    select licence_id as "licenceId", sum(deployments)::int as deployments, count(*)::int as teams
    from (
      select licence_id, team_id, count(*) as deployments from deployment_current
      where is_retired = false and licence_id is not null and ${teams} group by 1, 2
    ) per_team
    group by 1`
}

function listLastChanges(db: Queryable): Promise<{ licenceId: string; at: Date }[]> {
  return db.$queryRaw`
    select m.licence_id as "licenceId", max(c.observed_at) as at
    from changes c join model_current m on m.model_id = c.model_id
    where c.kind = any(${[...LICENCE_CHANGES]}::"ChangeKind"[]) and m.licence_id is not null group by 1`
}
