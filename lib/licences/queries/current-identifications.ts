import { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import { ENGINE_VERSION, type Verdict } from '../identify.ts'

/** Each text's identification: the present engine's where it has judged the text, else the newest before it. */
export const CURRENT_IDENTIFICATIONS = Prisma.sql`(
  select distinct on (i.text_sha) i.text_sha, i.verdict::text as verdict, i.licence_id, i.closest, i.evidence -> 'parts' as parts
  from identifications i order by i.text_sha, (i.engine_version = ${ENGINE_VERSION}) desc, i.recorded_at desc, i.id desc
)`

export interface VerdictCount {
  licenceId: string
  verdict: Verdict
  texts: number
}

/**
 * How many texts were found to be each licence, and how: those it was named in, those that hold it among others, and parts or
 * altered copies of it. A text that was not recognised counts for no licence, however near one comes.
 */
export async function countTextsByLicence(db: Queryable): Promise<VerdictCount[]> {
  return db.$queryRaw<VerdictCount[]>`
    select named.id as "licenceId", found.verdict, count(distinct found.text_sha)::int as texts
    from ${CURRENT_IDENTIFICATIONS} found
    cross join lateral (
      select found.licence_id as id where found.licence_id is not null
      union select part ->> 'licenceId' from jsonb_array_elements(coalesce(found.parts, '[]')) part
      union select found.closest ->> 'licenceId' where found.licence_id is null and found.verdict in ('PARTIAL', 'MODIFIED')
    ) named
    where named.id is not null
    group by 1, 2`
}

/** How many held texts have each verdict; those nobody has judged yet count as none. */
export async function countTextsByVerdict(db: Queryable): Promise<Map<Verdict, number>> {
  const rows = await db.$queryRaw<{ verdict: Verdict; texts: number }[]>`
    select verdict, count(*)::int as texts from ${CURRENT_IDENTIFICATIONS} found group by 1`
  return new Map(rows.map((row) => [row.verdict, row.texts]))
}

/** The texts whose words are all those of one of these licences. */
export async function listTextsMatching(db: Queryable, licenceIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ sha: string; licenceId: string }[]>`
    select text_sha as sha, licence_id as "licenceId" from ${CURRENT_IDENTIFICATIONS} found
    where verdict = 'MATCH' and licence_id = any(${[...licenceIds]}::text[])`
  return new Map(rows.map((row) => [row.sha, row.licenceId]))
}

/** The texts whose verdict this is, of all or of some. */
export async function listShasByVerdict(
  db: Queryable,
  verdict: Verdict,
  among: readonly string[] | null,
): Promise<string[]> {
  const some = among === null ? Prisma.sql`true` : Prisma.sql`text_sha = any(${[...among]}::text[])`
  const rows = await db.$queryRaw<{ sha: string }[]>`
    select text_sha as sha from ${CURRENT_IDENTIFICATIONS} found where verdict = ${verdict} and ${some}`
  return rows.map((row) => row.sha)
}
