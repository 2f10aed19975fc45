import { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { Actor, Role, TokenScope } from '../actor.ts'
import { hashSecret } from '../secrets.ts'

export interface Grants {
  role: Role
  teamIds: string[]
}

interface MembershipRow {
  userId: string
  teamId: string | null
  role: Role
  isGranted: boolean
}

/** Role and teams of each person now: the newest fact per person and team counts. A person without a role is a viewer. */
export async function listGrants(db: Queryable, userIds?: string[]): Promise<Map<string, Grants>> {
  const rows: MembershipRow[] = await db.membership.findMany({
    where: userIds ? { userId: { in: userIds } } : {},
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    select: { userId: true, teamId: true, role: true, isGranted: true },
  })
  const newest = new Map(rows.map((row) => [`${row.userId} ${row.teamId ?? ''}`, row]))
  const grants = new Map<string, Grants>()
  for (const row of newest.values()) {
    const grant = grants.get(row.userId) ?? { role: 'viewer', teamIds: [] }
    if (row.isGranted && row.teamId === null) grant.role = row.role
    if (row.isGranted && row.teamId !== null) grant.teamIds.push(row.teamId)
    grants.set(row.userId, grant)
  }
  return grants
}

/** What a person may do, gathered with whom: every request asks this first, so it costs one query and not four. */
const GRANTED = Prisma.sql`(
  select coalesce(json_agg(json_build_object('teamId', team_id, 'role', role) order by team_id), '[]')
  from (
    select distinct on (m.team_id) m.team_id, m.role, m.is_granted from memberships m
    where m.user_id = u.id order by m.team_id, m.recorded_at desc, m.id desc
  ) newest where is_granted)`

type Granted = { teamId: string | null; role: Role }[]

function grantsOf(granted: Granted): Grants {
  return {
    role: granted.find((one) => one.teamId === null)?.role ?? 'viewer',
    teamIds: granted.flatMap((one) => one.teamId ?? []),
  }
}

/** Who holds this session cookie, while the session and the person count. */
export async function findSessionActor(
  db: Queryable,
  token: string,
  now: Date,
): Promise<{ actor: Actor & { kind: 'person' }; sessionId: string; email: string } | null> {
  const [row] = await db.$queryRaw<{ sessionId: string; id: string; name: string; email: string; granted: Granted }[]>`
    select s.id as "sessionId", u.id, u.name, u.email, ${GRANTED} as granted
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = ${hashSecret(token)} and s.revoked_at is null and s.expires_at > ${now} and not u.is_disabled`
  if (!row) return null
  const { sessionId, email, id, name, granted } = row
  return { actor: { kind: 'person', id, name, ...grantsOf(granted) }, sessionId, email }
}

interface TokenHolder {
  id: string
  name: string
  scope: TokenScope
  lastUsedAt: Date | null
  /** Null: made on the host, for nobody in particular. */
  personName: string | null
  granted: Granted
}

/** Who a bearer token speaks for, while it counts. A token made on the host has an administrator's rights within its scope. */
export async function findTokenActor(
  db: Queryable,
  token: string,
  now: Date,
): Promise<{ actor: Actor & { kind: 'token' }; lastUsedAt: Date | null } | null> {
  const [row] = await db.$queryRaw<TokenHolder[]>`
    select t.id, t.name, t.scope, t.last_used_at as "lastUsedAt", u.name as "personName", ${GRANTED} as granted
    from api_tokens t left join users u on u.id = t.user_id
    where t.hash = ${hashSecret(token)} and t.revoked_at is null and t.expires_at > ${now} and u.is_disabled is not true`
  if (!row) return null
  const { id, name, scope, lastUsedAt, personName, granted } = row
  const grants = personName === null ? { role: 'administrator' as const, teamIds: [] } : grantsOf(granted)
  return {
    actor: {
      kind: 'token',
      id,
      name: personName === null ? `token ${name}` : `${personName} (token ${name})`,
      scope,
      ...grants,
    },
    lastUsedAt,
  }
}
