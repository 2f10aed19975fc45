import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Actor, ROLES, type Role, TOKEN_SCOPES } from '#lib/auth/actor.ts'
import {
  authorise,
  authoriseForTeam,
  may,
  PERMISSIONS,
  type Permission,
  scopeFor,
  withinScope,
} from '#lib/auth/permissions.ts'
import { Failure } from '#lib/shared/failure.ts'

// The matrix is written out beside this test, so that a change of rights is seen where it is reviewed, role by role.
const MATRIX = readFileSync('tests/commands/permissions-matrix.txt', 'utf8')
const NAMES = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS)
const OWN = 'team-own'
const OTHER = 'team-other'

const person = (role: Role): Actor => ({ kind: 'person', id: 'p', name: role, role, teamIds: [OWN] })
const token = (role: Role, scope: (typeof TOKEN_SCOPES)[number]): Actor => ({
  kind: 'token',
  id: 't',
  name: role,
  role,
  scope,
  teamIds: [OWN],
})

const WAYS: { title: string; actor: (role: Role) => Actor }[] = [
  { title: 'a person', actor: person },
  ...TOKEN_SCOPES.map((scope) => ({ title: `a token scoped to ${scope}`, actor: (role: Role) => token(role, scope) })),
]

/** What an actor may reach under a permission: things of any team, of its own teams, or nothing. */
function reach(actor: Actor, permission: Permission): 'any' | 'own' | '-' {
  if (!may(actor, permission)) return '-'
  if (may(actor, permission, OTHER)) return 'any'
  return may(actor, permission, OWN) ? 'own' : '-'
}

function printMatrix(): string {
  const cells = (first: string, rest: readonly string[]) =>
    [first.padEnd(22), ...rest.map((cell) => cell.padEnd(14))].join('').trimEnd()
  const blocks = WAYS.map(({ title, actor }) => {
    const rows = NAMES.map((permission) =>
      cells(
        permission,
        ROLES.map((role) => reach(actor(role), permission)),
      ),
    )
    return [title, cells('', ROLES), ...rows].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

test('every right of every role, in person and by token, is the one written in the matrix', () => {
  expect(printMatrix()).toBe(MATRIX)
})

describe.each(WAYS)('for $title', ({ actor }) => {
  test.each(ROLES)('the gates agree with the matrix for the role %s', (role) => {
    const who = actor(role)
    for (const permission of NAMES) {
      const expected = reach(who, permission)
      expect(
        codeOf(() => authorise(who, permission)),
        permission,
      ).toBe(expected === '-' ? 'forbidden' : 'passes')
      expect(
        codeOf(() => authoriseForTeam(who, permission, OWN, 'It')),
        permission,
      ).toBe(expected === '-' ? 'forbidden' : 'passes')
      // Whoever may see only their own team is told that another team's thing does not exist.
      expect(
        codeOf(() => authoriseForTeam(who, permission, OTHER, 'It')),
        permission,
      ).toBe({ '-': 'forbidden', own: 'not-found', any: 'passes' }[expected])
      if (expected === '-')
        expect(
          codeOf(() => scopeFor(who, permission)),
          permission,
        ).toBe('forbidden')
      else
        expect(withinScope(scopeFor(who, permission)), permission).toEqual(
          expected === 'any' ? {} : { teamId: { in: [OWN] } },
        )
    }
  })
})

test('a member of no team may read no team’s rows, rather than all of them', () => {
  const lone: Actor = { kind: 'person', id: 'p', name: 'lone', role: 'member', teamIds: [] }
  expect(withinScope(scopeFor(lone, 'deployment:read'))).toEqual({ teamId: { in: [] } })
  expect(codeOf(() => authoriseForTeam(lone, 'deployment:read', OTHER, 'It'))).toBe('not-found')
})

test('a token never reaches further than its person', () => {
  const rank = { '-': 0, own: 1, any: 2 }
  for (const role of ROLES) {
    for (const scope of TOKEN_SCOPES) {
      for (const permission of NAMES) {
        expect(rank[reach(token(role, scope), permission)], `${role} ${scope} ${permission}`).toBeLessThanOrEqual(
          rank[reach(person(role), permission)],
        )
      }
    }
  }
})

test('a refusal says who may and where to ask', () => {
  expect(() => authorise(person('viewer'), 'people:manage')).toThrow(/administrator.*An administrator can grant one\.$/)
  expect(() => authorise(token('administrator', 'read'), 'people:manage')).toThrow(/A token needs the scope admin\./)
})

function codeOf(gate: () => unknown): string {
  try {
    gate()
    return 'passes'
  } catch (error) {
    return error instanceof Failure ? error.code : String(error)
  }
}
