import type { Queryable } from '#lib/db/client.ts'
import type { ListedFamily } from '../family-list.ts'
import type { ShareModel } from '../family-share.ts'

export interface PublisherRow {
  id: string
  name: string
  families: number
  models: number
  weights: number
  apiOnly: number
  /** Models no source names a family of. */
  withoutFamily: number
}

/** Every family with how many of its models have weights, in the order of publisher and name. */
export async function listFamilies(db: Queryable): Promise<ListedFamily[]> {
  return db.$queryRaw<ListedFamily[]>`
    select f.id, f.name, p.name as publisher,
      count(m.model_id)::int as models,
      count(m.model_id) filter (where m.kind = 'weights')::int as weights,
      count(m.model_id) filter (where m.kind = 'api_only')::int as "apiOnly",
      count(m.model_id) filter (where m.release_on is null)::int as undated,
      min(m.release_on) as "firstOn", max(m.release_on) as "lastOn",
      (array_agg(m.release_precision order by m.release_on, m.release_precision) filter (where m.release_on is not null))[1]
        as "firstPrecision",
      (array_agg(m.release_precision order by m.release_on desc, m.release_precision) filter (where m.release_on is not null))[1]
        as "lastPrecision"
    from families f
    join publishers p on p.id = f.publisher_id
    left join models o on o.family_id = f.id
    left join model_current m on m.model_id = o.id
    group by f.id, p.name order by p.name, f.name`
}

/** One family; null where there is none of that id. */
export async function findFamily(
  db: Queryable,
  id: string,
): Promise<{ id: string; name: string; publisher: string } | null> {
  const row = await db.family.findUnique({ where: { id }, include: { publisher: true } })
  return row ? { id: row.id, name: row.name, publisher: row.publisher.name } : null
}

/** What the share of weights and API-only products is counted from; own builds are nobody's release. */
export async function listShareModels(db: Queryable): Promise<ShareModel[]> {
  const rows = await db.modelCurrent.findMany({
    where: { kind: { not: 'own_build' } },
    select: { family: true, kind: true, releaseOn: true },
  })
  return rows.map((row) => ({
    family: row.family,
    kind: row.kind === 'api_only' ? 'api_only' : 'weights',
    releaseOn: row.releaseOn?.toISOString().slice(0, 10) ?? null,
  }))
}

/** Every publisher with what is known of it, by name. */
export async function listPublishers(db: Queryable): Promise<PublisherRow[]> {
  return db.$queryRaw<PublisherRow[]>`
    select p.id, p.name,
      count(distinct o.family_id)::int as families,
      count(m.model_id)::int as models,
      count(m.model_id) filter (where m.kind = 'weights')::int as weights,
      count(m.model_id) filter (where m.kind = 'api_only')::int as "apiOnly",
      count(m.model_id) filter (where o.family_id is null)::int as "withoutFamily"
    from publishers p
    left join models o on o.publisher_id = p.id
    left join model_current m on m.model_id = o.id
    group by p.id order by p.name`
}

/** One publisher by its name; null where there is none. */
export async function findPublisher(db: Queryable, name: string): Promise<PublisherRow | null> {
  const rows = await listPublishers(db)
  return rows.find((row) => row.name === name) ?? null
}
