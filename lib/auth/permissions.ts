import { Failure, notFound } from '#lib/shared/failure.ts'
import type { Actor, Role, TokenScope } from './actor.ts'

/** `everything`: any team's things. `own`: things of the teams one belongs to. */
type Reach = 'everything' | 'own'

interface Rule {
  may: Partial<Record<Role, Reach>>
  /** The least a token must be scoped to. */
  scope: TokenScope
  says: string
}

const ALL: Partial<Record<Role, Reach>> = {
  administrator: 'everything',
  reviewer: 'everything',
  member: 'everything',
  viewer: 'everything',
  auditor: 'everything',
}
const SEE_TEAMS: Partial<Record<Role, Reach>> = { ...ALL, member: 'own' }
const RUN_TEAMS: Partial<Record<Role, Reach>> = { administrator: 'everything', member: 'own' }
const ADMINISTER: Partial<Record<Role, Reach>> = { administrator: 'everything' }

/** Which role may do what. This table is the only place that says so; pages, actions and handlers ask it. */
export const PERMISSIONS = {
  'catalogue:read': { may: ALL, scope: 'read', says: 'see publishers, families, models and licence texts' },
  'licence:identify': { may: ALL, scope: 'read', says: 'have a text identified without keeping it' },
  'licence:upload': {
    may: { administrator: 'everything', reviewer: 'everything', member: 'everything' },
    scope: 'write',
    says: 'bring licence texts that no hub holds',
  },
  'licence:conclude': {
    may: { administrator: 'everything', reviewer: 'everything' },
    scope: 'write',
    says: 'conclude licences, readings and comparisons',
  },
  'reading-rule:set': { may: ADMINISTER, scope: 'admin', says: 'say whether a reading needs a second person' },
  'upstream:read': { may: ALL, scope: 'read', says: 'see sources, looks, observations and changes' },
  'upstream:look': {
    may: { administrator: 'everything', reviewer: 'everything' },
    scope: 'write',
    says: 'have a source looked at now',
  },
  'source:manage': { may: ADMINISTER, scope: 'admin', says: 'add, change and pause sources' },
  'deployment:read': { may: SEE_TEAMS, scope: 'read', says: 'see deployments' },
  'deployment:register': { may: RUN_TEAMS, scope: 'write', says: 'register, edit and retire deployments' },
  'finding:read': { may: SEE_TEAMS, scope: 'read', says: 'see findings' },
  'finding:decide': {
    may: { administrator: 'everything', reviewer: 'everything' },
    scope: 'write',
    says: 'decide on findings',
  },
  'policy:read': { may: ALL, scope: 'read', says: 'see rules' },
  'report:read': {
    may: {
      administrator: 'everything',
      reviewer: 'everything',
      viewer: 'everything',
      auditor: 'everything',
      member: 'everything',
    },
    scope: 'read',
    says: 'read weekly reports',
  },
  'report:publish': {
    may: { administrator: 'everything', reviewer: 'everything' },
    scope: 'write',
    says: 'publish a weekly report',
  },
  'audit:read': {
    may: { administrator: 'everything', auditor: 'everything' },
    scope: 'read',
    says: 'read the audit log',
  },
  'team:read': { may: SEE_TEAMS, scope: 'read', says: 'see teams' },
  'people:manage': { may: ADMINISTER, scope: 'admin', says: 'manage people, roles and teams' },
  'token:own': { may: ALL, scope: 'admin', says: 'make and revoke API tokens of their own' },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof PERMISSIONS

const SCOPE_RANK: Record<TokenScope, number> = { read: 0, write: 1, admin: 2 }

function reachOf(actor: Actor, permission: Permission): Reach | undefined {
  const rule: Rule = PERMISSIONS[permission]
  if (actor.kind === 'anonymous') return undefined
  if (actor.kind === 'token' && SCOPE_RANK[actor.scope] < SCOPE_RANK[rule.scope]) return undefined
  return rule.may[actor.role]
}

/** Whether somebody may do this at all, or to a thing of that team. For showing or hiding; commands call `authorise`. */
export function may(actor: Actor, permission: Permission, teamId?: string): boolean {
  const reach = reachOf(actor, permission)
  if (reach === undefined) return false
  return reach === 'everything' || teamId === undefined || actor.teamIds.includes(teamId)
}

/** Throws `forbidden` unless the actor may do this at all. */
export function authorise(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return
  const rule: Rule = PERMISSIONS[permission]
  const who = Object.keys(rule.may).join(', ')
  const scope = actor.kind === 'token' ? ` A token needs the scope ${rule.scope}.` : ''
  throw new Failure('forbidden', `Only these roles may ${rule.says}: ${who}.${scope} An administrator can grant one.`)
}

/** Throws `not-found`, as if the thing did not exist, unless the actor may do this to a thing of that team. */
export function authoriseForTeam(actor: Actor, permission: Permission, teamId: string, what: string): void {
  authorise(actor, permission)
  if (!may(actor, permission, teamId)) throw notFound(what)
}

/** Which teams' rows a read may return. Only `scopeFor` can make one, so a query cannot be called without asking. */
export type Scope = { readonly teamIds: readonly string[] | 'all' } & { readonly __scope: unique symbol }

/** The rows this actor may read under that permission; throws `forbidden` where there are none to ask for. */
export function scopeFor(actor: Actor, permission: Permission): Scope {
  authorise(actor, permission)
  const teamIds = reachOf(actor, permission) === 'everything' ? 'all' : [...actor.teamIds]
  return { teamIds } as unknown as Scope
}

/** A scope as a condition on a row's team. */
export function withinScope(scope: Scope): { teamId?: { in: string[] } } {
  return scope.teamIds === 'all' ? {} : { teamId: { in: [...scope.teamIds] } }
}
