import type { Queryable } from '#lib/db/client.ts'
import type { Actor, Role } from '../actor.ts'
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

async function personActor(db: Queryable, user: { id: string; name: string }): Promise<Actor & { kind: 'person' }> {
  const grants = (await listGrants(db, [user.id])).get(user.id) ?? { role: 'viewer' as const, teamIds: [] }
  return { kind: 'person', id: user.id, name: user.name, ...grants }
}

/** Who holds this session cookie, while the session and the person count. */
export async function findSessionActor(
  db: Queryable,
  token: string,
  now: Date,
): Promise<{ actor: Actor & { kind: 'person' }; sessionId: string; email: string } | null> {
  const session = await db.session.findUnique({ where: { tokenHash: hashSecret(token) }, include: { user: true } })
  if (!session || session.revokedAt !== null || session.expiresAt <= now || session.user.isDisabled) return null
  return { actor: await personActor(db, session.user), sessionId: session.id, email: session.user.email }
}

/** Who a bearer token speaks for, while it counts. A token made on the host has an administrator's rights within its scope. */
export async function findTokenActor(
  db: Queryable,
  token: string,
  now: Date,
): Promise<(Actor & { kind: 'token' }) | null> {
  const row = await db.apiToken.findUnique({ where: { hash: hashSecret(token) }, include: { user: true } })
  if (!row || row.revokedAt !== null || row.expiresAt <= now || row.user?.isDisabled) return null
  const grants = row.user ? await personActor(db, row.user) : { role: 'administrator' as const, teamIds: [] }
  return {
    kind: 'token',
    id: row.id,
    name: row.user ? `${row.user.name} (token ${row.name})` : `token ${row.name}`,
    role: grants.role,
    scope: row.scope,
    teamIds: grants.teamIds,
  }
}
