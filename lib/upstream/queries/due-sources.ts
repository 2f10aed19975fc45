import type { Queryable } from '#lib/db/client.ts'

/**
 * The sources that are watched and whose last look began at least their interval ago, or that were never looked at; with
 * `isResuming` also those whose last look has no end, since the process that made it may be gone.
 */
export async function listDueSources(
  db: Queryable,
  now: Date,
  { isResuming = false }: { isResuming?: boolean } = {},
): Promise<{ id: string; owner: string; endpoint: string }[]> {
  return db.$queryRaw<{ id: string; owner: string; endpoint: string }[]>`
    select s.id, s.owner, s.endpoint
    from sources s
    left join lateral (
      select l.started_at, e.ended_at from looks l left join look_ends e on e.look_id = l.id
      where l.source_id = s.id order by l.started_at desc, l.id desc limit 1
    ) last on true
    where s.paused_at is null
      and (
        last.started_at is null
        or last.started_at + s.interval_seconds * interval '1 second' <= ${now}
        or (${isResuming} and last.ended_at is null)
      )
    order by s.created_at, s.id`
}
