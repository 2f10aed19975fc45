import type { Queryable } from '#lib/db/client.ts'

/** The sources that are watched and whose last look began at least their interval ago, or that were never looked at. */
export async function listDueSources(db: Queryable, now: Date): Promise<{ id: string; owner: string }[]> {
  return db.$queryRaw<{ id: string; owner: string }[]>`
    select s.id, s.owner
    from sources s
    left join lateral (
      select l.started_at from looks l where l.source_id = s.id order by l.started_at desc limit 1
    ) last on true
    where s.paused_at is null
      and (last.started_at is null or last.started_at + s.interval_seconds * interval '1 second' <= ${now})
    order by s.created_at, s.id`
}
