import type { Queryable } from '#lib/db/client.ts'
import type { Role } from '../actor.ts'
import type { Scope } from '../permissions.ts'
import { listGrants } from './actors.ts'

export interface Person {
  id: string
  name: string
  email: string
  isDisabled: boolean
  createdAt: Date
  role: Role
  teams: { id: string; slug: string; name: string }[]
}

export interface TeamRow {
  id: string
  slug: string
  name: string
  createdAt: Date
}

/** Everybody with an account, by name. */
export async function listPeople(db: Queryable): Promise<Person[]> {
  const [users, teams, grants] = await Promise.all([
    db.user.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    db.team.findMany(),
    listGrants(db),
  ])
  const teamById = new Map(teams.map((team) => [team.id, team]))
  return users.map((user) => {
    const grant = grants.get(user.id)
    const own = (grant?.teamIds ?? []).flatMap((id) => teamById.get(id) ?? [])
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      isDisabled: user.isDisabled,
      createdAt: user.createdAt,
      role: grant?.role ?? 'viewer',
      teams: own,
    }
  })
}

/** The teams a reader may know of, by name. */
export async function listTeams(db: Queryable, scope: Scope): Promise<TeamRow[]> {
  const where = scope.teamIds === 'all' ? {} : { id: { in: [...scope.teamIds] } }
  return db.team.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

/** One team by its slug or id, if the reader may know of it. */
export async function findTeam(db: Queryable, scope: Scope, slugOrId: string): Promise<TeamRow | null> {
  const isId = /^[0-9a-f-]{36}$/.test(slugOrId)
  const team = await db.team.findFirst({
    where: isId ? { OR: [{ id: slugOrId }, { slug: slugOrId }] } : { slug: slugOrId },
  })
  if (!team || (scope.teamIds !== 'all' && !scope.teamIds.includes(team.id))) return null
  return team
}

export interface TokenRow {
  id: string
  name: string
  hint: string
  scope: 'read' | 'write' | 'admin'
  owner: string | null
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
}

/** API tokens, newest first: of one person, or all of them. */
export async function listTokens(db: Queryable, userId: string | 'all'): Promise<TokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: userId === 'all' ? {} : { userId },
    orderBy: { id: 'desc' },
    include: { user: { select: { name: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    scope: row.scope,
    owner: row.user?.name ?? null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    lastUsedAt: row.lastUsedAt,
  }))
}
