import { beforeAll, describe, expect, test } from 'vitest'
import { changePerson } from '#lib/auth/commands/people.ts'
import { createToken, noteTokenUse, revokeToken } from '#lib/auth/commands/tokens.ts'
import { may } from '#lib/auth/permissions.ts'
import { findTokenActor } from '#lib/auth/queries/actors.ts'
import { listTokens } from '#lib/auth/queries/people.ts'
import type { Ctx } from '#lib/ctx.ts'
import { aFirstAdministrator, aPerson, authCtx, disable, stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock()
const DAY = 86_400_000

let admin: Ctx

beforeAll(async () => {
  admin = await aFirstAdministrator(authCtx(database, clock))
})

const find = (token: string) => findTokenActor(database.db, token, clock.now())
const actorOf = async (token: string) => (await find(token))?.actor ?? null

describe('an API token', () => {
  test('is shown once and kept as a hash, with enough to recognise it by', async () => {
    const { id, token } = await createToken(admin, { name: 'ci', scope: 'read' })
    expect(token).toMatch(/^wb_[A-Za-z0-9_-]{43}$/)
    const row = await database.db.apiToken.findUnique({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(token.startsWith(row?.hint ?? 'nothing')).toBe(true)
    expect(JSON.stringify(await listTokens(database.db, 'all'))).not.toContain(row?.hash)
    const event = await database.db.auditEvent.findFirst({ where: { objectId: id } })
    expect(event).toMatchObject({ action: 'token.created', actorName: 'Ada First' })
    expect(Buffer.from(event?.canonical ?? []).toString()).not.toContain(token)
  })

  test('has the rights of its person, cut down to its scope', async () => {
    const reviewer = await aPerson(admin, { role: 'reviewer' })
    const { token } = await createToken(reviewer.ctx, { name: 'dashboards', scope: 'read' })
    const actor = await actorOf(token)
    if (!actor) throw new Error('The token is unknown.')
    expect(actor).toMatchObject({ kind: 'token', role: 'reviewer', scope: 'read', teamIds: [] })
    expect(may(actor, 'finding:read')).toBe(true)
    expect(may(actor, 'finding:decide')).toBe(false)
    expect(may(reviewer.actor, 'finding:decide')).toBe(true)
  })

  test('loses what its person loses', async () => {
    const person = await aPerson(admin, { role: 'reviewer' })
    const { token } = await createToken(person.ctx, { name: 'ci', scope: 'write' })
    worked(await changePerson(admin, { id: person.actor.id, role: 'viewer', teams: [], isDisabled: false }))
    expect((await actorOf(token))?.role).toBe('viewer')
    await disable(admin, { ...person, actor: { ...person.actor, role: 'viewer' } })
    expect(await actorOf(token)).toBeNull()
  })

  test('ends on its day', async () => {
    const { token } = await createToken(admin, { name: 'short', scope: 'read', expiresInDays: 1 })
    clock.advance(DAY - 1)
    expect(await actorOf(token)).not.toBeNull()
    clock.advance(1)
    expect(await actorOf(token)).toBeNull()
  })

  test('ends within 90 days unless somebody asked for more, and never later than two years', async () => {
    const { expiresAt } = await createToken(admin, { name: 'default', scope: 'read' })
    expect(expiresAt.getTime() - clock.now().getTime()).toBe(90 * DAY)
    await expect(createToken(admin, { name: 'forever', scope: 'read', expiresInDays: 731 })).rejects.toThrow()
  })

  test('makes no tokens, whatever its scope', async () => {
    const { token } = await createToken(admin, { name: 'everything', scope: 'admin' })
    const actor = await actorOf(token)
    if (!actor) throw new Error('The token is unknown.')
    const before = await database.db.apiToken.count()
    await expect(createToken({ ...admin, actor }, { name: 'child', scope: 'admin' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await database.db.apiToken.count()).toBe(before)
  })

  test('of a stranger is nobody', async () => {
    for (const token of ['', 'wb_', `wb_${'A'.repeat(43)}`]) expect(await actorOf(token)).toBeNull()
  })

  test('made on the host acts for an administrator within its scope', async () => {
    const host: Ctx = {
      ...admin,
      actor: { kind: 'operator', id: null, name: 'root', role: 'administrator', teamIds: [] },
    }
    const { token } = await createToken(host, { name: 'backup', scope: 'read' })
    const actor = await actorOf(token)
    if (!actor) throw new Error('The token is unknown.')
    expect(may(actor, 'audit:read')).toBe(true)
    expect(may(actor, 'people:manage')).toBe(false)
  })
})

describe('revoking', () => {
  test('ends a token at once, on record, and twice is no error and no second record', async () => {
    const { id, token } = await createToken(admin, { name: 'leaked', scope: 'write' })
    await revokeToken(admin, id)
    expect(await actorOf(token)).toBeNull()
    await revokeToken(admin, id)
    expect(await database.db.auditEvent.count({ where: { action: 'token.revoked', objectId: id } })).toBe(1)
  })

  test("somebody else's token looks like one that does not exist", async () => {
    const [owner, other] = [await aPerson(admin), await aPerson(admin)]
    const { id, token } = await createToken(owner.ctx, { name: 'mine', scope: 'read' })
    const refusal = await revokeToken(other.ctx, id).catch((error: Error) => error)
    const unknown = await revokeToken(other.ctx, '01900000-0000-7000-8000-000000000000').catch((error: Error) => error)
    expect(refusal).toEqual(unknown)
    expect(refusal).toMatchObject({ code: 'not-found' })
    expect(await actorOf(token)).not.toBeNull()
    await revokeToken(admin, id)
    expect(await actorOf(token)).toBeNull()
  })
})

test('its last use is noted to the minute', async () => {
  const { token } = await createToken(admin, { name: 'busy', scope: 'read' })
  const lastUse = async () => (await find(token))?.lastUsedAt
  const use = async () => {
    const found = await find(token)
    if (!found) throw new Error('The token is unknown.')
    await noteTokenUse(admin, { id: found.actor.id, lastUsedAt: found.lastUsedAt })
  }
  expect(await lastUse()).toBeNull()
  const first = clock.now()
  await use()
  clock.advance(59_000)
  await use()
  expect(await lastUse()).toEqual(first)
  clock.advance(2_000)
  await use()
  expect(await lastUse()).toEqual(clock.now())
})
