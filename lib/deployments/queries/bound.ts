import { Prisma } from '#generated/prisma/client.ts'
import type { Scope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { BoundFilter, BoundPlace, BoundRow } from '../bound.ts'

/** What a view of bindings is about; without a scope deployments are left out. */
export interface BoundView {
  filter: Pick<BoundFilter, 'text' | 'licence' | 'model'>
  at: Date
  scope: Scope | null
}

interface StoredRow extends Omit<BoundRow, 'model' | 'deployment'> {
  rank: number
  modelId: string
  modelName: string
  deploymentName: string | null
  team: string | null
  version: number | null
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function conditions({ text, licence, model }: BoundView['filter']): Prisma.Sql {
  const kept = [Prisma.sql`true`]
  if (text !== undefined) kept.push(Prisma.sql`"textSha" = ${text}`)
  if (licence !== undefined) kept.push(Prisma.sql`"licenceId" = ${licence}`)
  if (model !== undefined) {
    kept.push(UUID.test(model) ? Prisma.sql`"modelId" = ${model}::uuid` : Prisma.sql`"modelName" = ${model}`)
  }
  return Prisma.join(kept, ' and ')
}

/** Of each revision and basis the judgement recorded last, as known and holding at the instant; of each revision the strongest. */
function boundAt({ at, scope }: BoundView): Prisma.Sql {
  const instant = Prisma.sql`${at.toISOString()}::timestamptz`
  const seesDeployments = scope !== null
  const teams =
    scope === null || scope.teamIds === 'all'
      ? Prisma.sql`${seesDeployments}`
      : Prisma.sql`d.team_id = any(${[...scope.teamIds]}::uuid[])`
  return Prisma.sql`
    newest as (
      select distinct on (revision_id, basis) * from bindings
      where recorded_at <= ${instant} and valid_from <= ${instant}
      order by revision_id, basis, recorded_at desc, id desc
    ), governing as (
      select distinct on (revision_id) * from newest
      order by revision_id, case basis when 'concluded' then 0 when 'identified' then 1 else 2 end
    ), said as (
      select revision_id, max(licence_id) filter (where basis = 'declared') as declared,
        max(licence_id) filter (where basis = 'identified') as identified,
        max(licence_id) filter (where basis = 'concluded') as concluded
      from newest group by revision_id
    ), running as (
      select distinct on (v.deployment_id) v.*, d.team_id from deployment_versions v
      join deployments d on d.id = v.deployment_id
      where v.recorded_at <= ${instant} and ${teams}
      order by v.deployment_id, v.n desc
    ), bound as (
      select 0 as rank, r.id, 'revision' as kind, r.model_id as "modelId", r.value as revision, g.basis::text as basis,
        g.text_sha as "textSha", g.licence_id as "licenceId", g.valid_from as "validFrom", g.recorded_at as "recordedAt",
        s.declared as "declaredLicenceId", s.identified as "identifiedLicenceId", s.concluded as "concludedLicenceId",
        null::text as "deploymentName", null::text as team, null::int as version
      from governing g join revisions r on r.id = g.revision_id join said s on s.revision_id = r.id
      union all
      select 1, v.deployment_id, 'deployment', v.model_id, r.value, b.basis::text, v.pinned_text_sha, b.licence_id,
        v.recorded_at, v.recorded_at, s.declared, s.identified, s.concluded, v.name, t.slug, v.n
      from running v join teams t on t.id = v.team_id
      left join revisions r on r.id = v.revision_id
      left join bindings b on b.id = v.pinned_binding_id
      left join said s on s.revision_id = v.revision_id
      where not v.is_retired
    ), named as (
      select bound.*, coalesce(m.name, bound."modelId"::text) collate "C" as "modelName"
      from bound left join model_current m on m.model_id = bound."modelId"
    )`
}

/** Who is bound by which text at an instant: revisions, and the deployments the reader may see, by model. */
export async function listBound(
  db: Queryable,
  view: BoundView,
  page: { after?: BoundPlace | undefined; skip?: number; limit: number },
): Promise<BoundRow[]> {
  const { after } = page
  const from = after
    ? Prisma.sql`("modelName", rank, id) > (${after.model} collate "C", ${after.rank}::int, ${after.id}::uuid)`
    : Prisma.sql`true`
  const rows = await db.$queryRaw<StoredRow[]>`
    with ${boundAt(view)}
    select * from named where ${conditions(view.filter)} and ${from}
    order by "modelName", rank, id offset ${page.skip ?? 0} limit ${page.limit}`
  return rows.map(({ rank: _, modelId, modelName, deploymentName, team, version, ...row }) => ({
    ...row,
    model: { id: modelId, name: modelName },
    deployment:
      deploymentName === null || team === null || version === null
        ? null
        : { id: row.id, name: deploymentName, team, version },
  }))
}

/** How many revisions and deployments a view holds. */
export async function countBound(
  db: Queryable,
  view: BoundView,
): Promise<{ revisions: number; deployments: number; total: number }> {
  const [row] = await db.$queryRaw<{ revisions: number; deployments: number }[]>`
    with ${boundAt(view)}
    select count(*) filter (where rank = 0)::int as revisions, count(*) filter (where rank = 1)::int as deployments
    from named where ${conditions(view.filter)}`
  const { revisions, deployments } = row ?? { revisions: 0, deployments: 0 }
  return { revisions, deployments, total: revisions + deployments }
}

/** Each step orders the whole view anew, so there are few of them. */
const EXPORT_STEP = 10_000

/** The whole of a view, some rows at a time. */
export async function* eachBound(db: Queryable, view: BoundView): AsyncGenerator<BoundRow[]> {
  let after: BoundPlace | undefined
  for (;;) {
    const rows = await listBound(db, view, { after, limit: EXPORT_STEP })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    if (rows.length < EXPORT_STEP) return
    after = placeOfBound(last)
  }
}

/** Where the list goes on after a row. */
export function placeOfBound(row: BoundRow): BoundPlace {
  return { model: row.model.name, rank: row.kind === 'revision' ? 0 : 1, id: row.id }
}
