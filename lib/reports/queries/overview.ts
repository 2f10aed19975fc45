import { Prisma } from '#generated/prisma/client.ts'
import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { Severity } from '#lib/policy/rule.ts'
import { type IsoWeek, isoWeekBounds, isoWeekOf, previousIsoWeek } from '#lib/shared/iso-week.ts'
import { type OpenAtWeekEnd, type OpenFindingsPoint, openFindingsByWeek } from '../open-findings.ts'

export interface TeamFindings {
  team: { slug: string; name: string }
  open: Record<Severity, number>
  /** Open ones that nobody has decided on. */
  undecided: number
}

/** The open findings of every team that has some, most severe first. */
export async function listOpenFindingsByTeam(db: Queryable, scope: Scope): Promise<TeamFindings[]> {
  const rows = await db.findingCurrent.groupBy({
    by: ['teamId', 'severity'],
    where: { ...withinScope(scope), isOpen: true },
    _count: { _all: true, decidedAt: true },
  })
  const teams = await db.team.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.teamId))] } },
    select: { id: true, slug: true, name: true },
  })
  const found = teams.map(({ id, slug, name }) => {
    const own = rows.filter((row) => row.teamId === id)
    const of = (severity: Severity) => own.find((row) => row.severity === severity)?._count._all ?? 0
    return {
      team: { slug, name },
      open: { high: of('high'), medium: of('medium'), low: of('low') },
      undecided: own.reduce((sum, row) => sum + row._count._all - row._count.decidedAt, 0),
    }
  })
  return found.sort(
    (a, b) =>
      b.open.high - a.open.high ||
      b.open.medium - a.open.medium ||
      b.open.low - a.open.low ||
      (a.team.slug < b.team.slug ? -1 : 1),
  )
}

const WEEKS_SHOWN = 12

/** How many findings stood open at the end of each of the last twelve weeks, and now, among what the reader may see. */
export async function listOpenFindingsByWeek(db: Queryable, scope: Scope, now: Date): Promise<OpenFindingsPoint[]> {
  const weeks = recentWeeks(now)
  const teams = scope.teamIds === 'all' ? Prisma.sql`true` : Prisma.sql`f.team_id = any(${[...scope.teamIds]}::uuid[])`
  const counted = await db.$queryRaw<OpenAtWeekEnd[]>`
    select w.week, r.severity, count(*)::int as findings
    from unnest(${weeks}::text[], ${weeks.map((week) => isoWeekBounds(week).to)}::timestamptz[]) as w (week, until)
    join finding_episodes e on e.opened_at < w.until
    join findings f on f.id = e.finding_id
    join rule_versions r on r.id = e.rule_version_id
    left join episode_ends x on x.episode_id = e.id
    where (x.ended_at is null or x.ended_at >= w.until) and ${teams}
    group by 1, 2`
  const first = await db.deployment.findFirst({
    where: withinScope(scope),
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  return openFindingsByWeek(weeks, counted, first && isoWeekOf(first.createdAt))
}

function recentWeeks(now: Date): IsoWeek[] {
  const weeks = [isoWeekOf(now)]
  for (let [week] = weeks; week !== undefined && weeks.length < WEEKS_SHOWN; [week] = weeks)
    weeks.unshift(previousIsoWeek(week))
  return weeks
}
