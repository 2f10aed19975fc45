import { beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '#lib/auth/actor.ts'
import { addPerson, changePerson, createTeam, renewPasswordLink } from '#lib/auth/commands/people.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findSessionActor, listGrants } from '#lib/auth/queries/actors.ts'
import { findTeam, listPeople, listTeams } from '#lib/auth/queries/people.ts'
import type { Ctx } from '#lib/ctx.ts'
import {
  aFirstAdministrator,
  aPerson,
  authCtx,
  rulesOf,
  type SignedIn,
  stillClock,
  worked,
} from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock()

let admin: Ctx

beforeAll(async () => {
  admin = await aFirstAdministrator(authCtx(database, clock))
  for (const slug of ['search', 'speech']) worked(await createTeam(admin, { slug, name: slug }))
})

const roleOf = async (id: string) => (await listGrants(database.db, [id])).get(id)?.role
const personNamed = async (name: string) => (await listPeople(database.db)).find((person) => person.name === name)
const change = (by: Ctx, person: SignedIn, wanted: Partial<Parameters<typeof changePerson>[1]>) =>
  changePerson(by, { id: person.actor.id, role: person.actor.role, teams: [], isDisabled: false, ...wanted })

/** A context whose transactions fail after all their work was done. */
const failing = (ctx: Ctx): Ctx => ({
  ...ctx,
  transaction: (work) =>
    database.db.$transaction(async (tx) => work(tx).then(() => Promise.reject(new Error('the disk is full')))),
})

describe('adding a person', () => {
  test('gives them a role and teams, and is on record by name', async () => {
    const { id } = worked(
      await addPerson(admin, { name: 'Lin', email: 'lin@example.com', role: 'member', teams: ['search'] }),
    )
    expect(await personNamed('Lin')).toMatchObject({ role: 'member', teams: [{ slug: 'search' }], isDisabled: false })
    const event = await database.db.auditEvent.findFirst({ where: { objectId: id } })
    expect(event).toMatchObject({
      action: 'person.added',
      actorName: 'Ada First',
      after: { name: 'Lin', role: 'member', teams: ['search'] },
    })
  })

  test('whose address somebody has is refused', async () => {
    const person = await aPerson(admin)
    expect(rulesOf(await addPerson(admin, { name: 'Twin', email: person.email, role: 'viewer', teams: [] }))).toEqual([
      'person.exists',
    ])
  })

  test('twice at the same moment adds them once and refuses the other', async () => {
    const twin = { name: 'Twin', email: 'twin@example.com', role: 'viewer' as const, teams: [] }
    const answers = await Promise.all([addPerson(admin, twin), addPerson(admin, twin)])
    expect(answers.flatMap(rulesOf)).toEqual(['person.exists'])
  })

  test('names every team that does not exist', async () => {
    const answer = await addPerson(admin, {
      name: 'Lost',
      email: 'lost@example.com',
      role: 'member',
      teams: ['search', 'nowhere', 'never'],
    })
    expect(answer).toMatchObject({
      ok: false,
      refusals: [{ field: '/teams/1', rule: 'team.unknown' }, { field: '/teams/2' }],
    })
    expect(await personNamed('Lost')).toBeUndefined()
  })

  test('leaves neither person nor record when the transaction fails', async () => {
    const before = await database.db.auditEvent.count()
    await expect(
      addPerson(failing(admin), { name: 'Half', email: 'half@example.com', role: 'member', teams: ['search'] }),
    ).rejects.toThrow('the disk is full')
    expect(await personNamed('Half')).toBeUndefined()
    expect(await database.db.auditEvent.count()).toBe(before)
  })
})

describe('changing a person', () => {
  test('counts from their next request, and leaves what was true before on record', async () => {
    const person = await aPerson(admin, { role: 'member', teams: ['search'] })
    worked(await change(admin, person, { role: 'reviewer', teams: ['speech'] }))
    const now = await findSessionActor(database.db, person.token, clock.now())
    const speech = (await listTeams(database.db, scopeFor(admin.actor, 'team:read'))).find(
      (team) => team.slug === 'speech',
    )
    expect(now?.actor).toMatchObject({ role: 'reviewer', teamIds: [speech?.id] })
    expect(await database.db.membership.count({ where: { userId: person.actor.id } })).toBe(5)
    const event = await database.db.auditEvent.findFirst({
      where: { action: 'person.changed', objectId: person.actor.id },
    })
    expect(event).toMatchObject({
      before: { role: 'member', teamIds: person.actor.teamIds },
      after: { role: 'reviewer', teamIds: [speech?.id] },
    })
  })

  test('back and forth within one instant ends where the last change left them', async () => {
    const person = await aPerson(admin, { role: 'member' })
    for (const role of ['reviewer', 'viewer', 'auditor', 'member', 'reviewer'] as const) {
      worked(await change(admin, person, { role }))
      expect(await roleOf(person.actor.id)).toBe(role)
    }
  })

  test('who does not exist says so', async () => {
    const nobody = { id: '01900000-0000-7000-8000-000000000000', role: 'viewer' as const, teams: [], isDisabled: false }
    await expect(changePerson(admin, nobody)).rejects.toMatchObject({ code: 'not-found' })
    await expect(renewPasswordLink(admin, nobody.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('leaves nothing changed when the transaction fails', async () => {
    const person = await aPerson(admin)
    await expect(change(failing(admin), person, { role: 'administrator', isDisabled: true })).rejects.toThrow(
      'the disk is full',
    )
    expect((await findSessionActor(database.db, person.token, clock.now()))?.actor).toEqual(person.actor)
  })
})

describe('the last administrator', () => {
  const self = () => ({ actor: admin.actor, ctx: admin, email: '', token: '' }) as SignedIn

  test('can be neither demoted nor disabled, even with a disabled second one', async () => {
    const second = await aPerson(admin, { role: 'administrator' })
    worked(await change(admin, second, { isDisabled: true }))
    expect(rulesOf(await change(admin, self(), { role: 'viewer' }))).toEqual(['person.last_administrator'])
    expect(rulesOf(await change(admin, self(), { isDisabled: true }))).toEqual(['person.last_administrator'])
    expect(await roleOf(self().actor.id)).toBe('administrator')
  })

  test('is left when two administrators demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const other = await aPerson(admin, { role: 'administrator' })
      const answers = await Promise.all([
        change(other.ctx, self(), { role: 'member' }),
        change(admin, other, { role: 'member' }),
      ])
      expect(answers.flatMap(rulesOf)).toEqual(['person.last_administrator'])
      if ((await roleOf(self().actor.id)) === 'member')
        worked(await change(other.ctx, self(), { role: 'administrator' }))
      if ((await roleOf(other.actor.id)) === 'administrator') worked(await change(admin, other, { role: 'member' }))
    }
  })

  test('may go once somebody else is administrator', async () => {
    const heir = await aPerson(admin, { role: 'administrator' })
    worked(await change(heir.ctx, self(), { role: 'member' }))
    expect(rulesOf(await change(heir.ctx, heir, { role: 'member' }))).toEqual(['person.last_administrator'])
    worked(await change(heir.ctx, self(), { role: 'administrator' }))
  })
})

describe('people and teams', () => {
  test.each(ROLES.filter((role) => role !== 'administrator'))('are not managed by a %s', async (role) => {
    const { ctx, actor } = await aPerson(admin, { role })
    const forbidden = { code: 'forbidden' }
    await expect(
      addPerson(ctx, { name: 'X', email: 'x@example.com', role: 'administrator', teams: [] }),
    ).rejects.toMatchObject(forbidden)
    await expect(
      changePerson(ctx, { id: actor.id, role: 'administrator', teams: [], isDisabled: false }),
    ).rejects.toMatchObject(forbidden)
    await expect(renewPasswordLink(ctx, actor.id)).rejects.toMatchObject(forbidden)
    await expect(createTeam(ctx, { slug: 'own', name: 'Own' })).rejects.toMatchObject(forbidden)
    expect(await roleOf(actor.id)).toBe(role)
  })

  test('a team whose slug is taken is refused, also at the same moment', async () => {
    expect(rulesOf(await createTeam(admin, { slug: 'search', name: 'Again' }))).toEqual(['team.exists'])
    const answers = await Promise.all(['One', 'Two'].map((name) => createTeam(admin, { slug: 'vision', name })))
    expect(answers.flatMap(rulesOf)).toEqual(['team.exists'])
  })

  test('a member cannot tell that another team exists', async () => {
    const { actor } = await aPerson(admin, { role: 'member', teams: ['search'] })
    const scope = scopeFor(actor, 'team:read')
    expect((await listTeams(database.db, scope)).map((team) => team.slug)).toEqual(['search'])
    expect(await findTeam(database.db, scope, 'search')).not.toBeNull()
    expect(await findTeam(database.db, scope, 'speech')).toEqual(await findTeam(database.db, scope, 'nowhere'))
  })

  test('a member of no team sees none', async () => {
    const { actor } = await aPerson(admin, { role: 'member' })
    expect(await listTeams(database.db, scopeFor(actor, 'team:read'))).toEqual([])
  })
})
