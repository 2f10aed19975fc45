import { Prisma } from '#generated/prisma/client.ts'
import type { Scope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import { readingInstants } from '#lib/shared/reading-instants.ts'
import { type LicencesInUse, licencesInUse, type RevisionStretch } from '../licences-in-use.ts'

/** Which licences the reader's deployments ran under, from when the register began until now. */
export async function listLicencesInUse(db: Queryable, scope: Scope, now: Date): Promise<LicencesInUse> {
  const first = await db.deployment.findFirst({
    where: scope.teamIds === 'all' ? {} : { teamId: { in: [...scope.teamIds] } },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  const instants = readingInstants(first?.createdAt ?? null, now)
  const stretches = await listRevisionStretches(db, scope, instants)
  const revisionIds = stretches.flatMap((stretch) => stretch.revisionId ?? [])
  const bindings = await db.binding.findMany({
    where: { revisionId: { in: [...new Set(revisionIds)] }, licenceId: { not: null } },
    select: { revisionId: true, basis: true, licenceId: true, recordedAt: true },
  })
  return licencesInUse({ instants, stretches, bindings })
}

/** Counted where the rows are: a large register has many versions, and few of them differ between two instants. */
async function listRevisionStretches(
  db: Queryable,
  scope: Scope,
  instants: readonly Date[],
): Promise<RevisionStretch[]> {
  const read = Prisma.sql`array[${Prisma.join(instants.map((at) => at.toISOString()))}]::timestamptz[]`
  const teams = scope.teamIds === 'all' ? Prisma.sql`true` : Prisma.sql`d.team_id = any(${[...scope.teamIds]}::uuid[])`
  return db.$queryRaw<RevisionStretch[]>`
    with version as (
      select v.revision_id, v.is_retired, v.recorded_at,
        lead(v.recorded_at) over (partition by v.deployment_id order by v.n) as next_at
      from deployment_versions v join deployments d on d.id = v.deployment_id
      where ${teams}
    ), stretch as (
      -- A version counts at the very instant it was recorded; instants are kept to the millisecond.
      select revision_id, width_bucket(recorded_at - interval '1 microsecond', ${read}) as "from",
        coalesce(width_bucket(next_at - interval '1 microsecond', ${read}), ${instants.length}::int) as "until"
      from version where not is_retired
    )
    select revision_id as "revisionId", "from", "until", count(*)::int as deployments
    from stretch where "from" < "until" group by 1, 2, 3`
}
