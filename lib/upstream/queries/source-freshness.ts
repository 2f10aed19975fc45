import type { Queryable } from '#lib/db/client.ts'
import { type SourceHealth, sourceHealth } from '../source-health.ts'

export interface SourceFreshness {
  owner: string
  health: SourceHealth
  since: Date | null
  lastGoodAt: Date | null
}

interface Row {
  owner: string
  intervalSeconds: number
  startedAt: Date | null
  endedAt: Date | null
  outcome: string | null
  lastGoodAt: Date | null
}

/** How current each source is, oldest source first; one query, since every page shows it. */
export async function listSourceFreshness(db: Queryable, now: Date): Promise<SourceFreshness[]> {
  // A look that lost its process says nothing about the hub.
  const rows = await db.$queryRaw<Row[]>`
    select s.owner, s.interval_seconds as "intervalSeconds", telling.*, good.ended_at as "lastGoodAt"
    from sources s
    left join lateral (
      select l.started_at as "startedAt", e.ended_at as "endedAt", e.outcome::text as outcome
      from looks l join look_ends e on e.look_id = l.id
      where l.source_id = s.id and e.outcome <> 'interrupted' order by l.started_at desc, l.id desc limit 1
    ) telling on true
    left join lateral (
      select e.ended_at from looks l join look_ends e on e.look_id = l.id
      where l.source_id = s.id and e.outcome = 'complete' order by l.started_at desc, l.id desc limit 1
    ) good on true
    order by s.created_at`
  return rows.map(({ owner, intervalSeconds, startedAt, endedAt, outcome, lastGoodAt }) => {
    const last = startedAt && endedAt && outcome ? { startedAt, endedAt, outcome } : null
    const good = lastGoodAt && { endedAt: lastGoodAt }
    return { owner, lastGoodAt, ...sourceHealth({ intervalSeconds }, last, good, now) }
  })
}
