import { beforeAll, describe, expect, test } from 'vitest'
import { admitFromIssuer } from '#lib/auth/commands/admit-from-issuer.ts'
import { authJsAdapter } from '#lib/auth/commands/auth-js-adapter.ts'
import { authSecret } from '#lib/auth/commands/auth-secret.ts'
import { changePerson } from '#lib/auth/commands/people.ts'
import { OIDC_PROVIDER } from '#lib/auth/oidc.ts'
import type { OidcClaims } from '#lib/auth/oidc-claims.ts'
import { findSessionActor } from '#lib/auth/queries/actors.ts'
import type { Ctx } from '#lib/ctx.ts'
import { aFirstAdministrator, authCtx, rulesOf, stillClock, VISITOR, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

const ISSUER = 'https://login.example.com'
const database = useDatabase()
const clock = stillClock()

let nobody: Ctx
let admin: Ctx

beforeAll(async () => {
  nobody = authCtx(database, clock)
})

const claims = (subject: string, email: string | null = `${subject}@example.com`): OidcClaims => ({
  subject,
  email,
  isEmailVerified: true,
  name: subject,
})
const admit = (said: OidcClaims, issuer = ISSUER) => admitFromIssuer(nobody, issuer, said)
const adapter = (issuer = ISSUER) => authJsAdapter(nobody, issuer, VISITOR)
const find = (subject: string, issuer = ISSUER, provider = OIDC_PROVIDER) =>
  adapter(issuer).getUserByAccount?.({ provider, providerAccountId: subject })

test('before set-up nobody is let in, whatever an issuer says of them', async () => {
  expect(rulesOf(await admit(claims('early')))).toEqual(['oidc.not_set_up'])
  expect(await database.db.user.count()).toBe(0)
  admin = await aFirstAdministrator(nobody)
})

describe('admission', () => {
  test('adds somebody once, however often and however much at once they come', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => admit(claims('twice'))))
    const admitted = all.map(worked)
    expect(new Set(admitted.map((one) => one.userId)).size).toBe(1)
    expect(admitted.filter((one) => one.isNew)).toHaveLength(1)
    const added = await database.db.auditEvent.findMany({
      where: { action: 'person.added', objectId: admitted[0]?.userId ?? '' },
    })
    expect(added).toHaveLength(1)
    expect(added[0]).toMatchObject({ actorId: admitted[0]?.userId, actorName: 'twice' })
    expect(added[0]?.after).toMatchObject({ issuer: ISSUER, subject: 'twice', role: 'viewer', teams: [] })
  })

  test('gives one mail address to one of two subjects that bring it at once', async () => {
    const both = await Promise.all(['left', 'right'].map((subject) => admit(claims(subject, 'shared@example.com'))))
    expect(both.flatMap(rulesOf)).toEqual(['oidc.email_taken'])
    expect(await database.db.user.count({ where: { email: 'shared@example.com' } })).toBe(1)
  })

  test('takes the same subject of another issuer for somebody else', async () => {
    const here = worked(await admit(claims('same')))
    expect(rulesOf(await admit(claims('same'), 'https://other.example.com'))).toEqual(['oidc.email_taken'])
    const there = worked(await admit(claims('same', 'other@example.com'), 'https://other.example.com'))
    expect(there.userId).not.toBe(here.userId)
  })

  test('whose record cannot be written adds nobody', async () => {
    const broken: Ctx = {
      ...nobody,
      transaction: (work) =>
        database.db.$transaction(async (tx) => work(tx).then(() => Promise.reject(new Error('the disk is full')))),
    }
    await expect(admitFromIssuer(broken, ISSUER, claims('lost'))).rejects.toThrow('the disk is full')
    expect(await database.db.user.count({ where: { email: 'lost@example.com' } })).toBe(0)
    expect(await database.db.account.count({ where: { subject: 'lost' } })).toBe(0)
    expect(await database.db.auditEvent.count({ where: { actorName: 'lost' } })).toBe(0)
  })
})

describe('the adapter', () => {
  test('finds people by issuer and subject, and by nothing else', async () => {
    const { userId } = worked(await admit(claims('found')))
    expect(await find('found')).toMatchObject({ id: userId, email: 'found@example.com' })
    expect(await find('found', 'https://another.example.com')).toBeNull()
    expect(await find('found', ISSUER, 'another-provider')).toBeNull()
    expect(await find('found@example.com')).toBeNull()
    expect(await adapter().getUserByEmail?.('found@example.com')).toBeNull()
  })

  test('does not take a local password for an account of an issuer', async () => {
    const { userId } = await database.db.account.findFirstOrThrow({ where: { issuer: 'local' } })
    expect(await find(userId)).toBeNull()
  })

  test('opens a session of ours, on record, and keeps only the hash of what it hands out', async () => {
    const { userId } = worked(await admit(claims('session')))
    const made = await adapter().createSession?.({ sessionToken: 'theirs', userId, expires: new Date(0) })
    expect(made?.sessionToken).not.toBe('theirs')
    expect((await findSessionActor(database.db, made?.sessionToken ?? '', clock.now()))?.actor.id).toBe(userId)
    const [row] = await database.db.session.findMany({ where: { userId } })
    expect(made?.expires).toEqual(row?.expiresAt)
    expect(JSON.stringify(row)).not.toContain(made?.sessionToken)
    const last = await database.db.auditEvent.findFirst({ where: { actorId: userId }, orderBy: { seq: 'desc' } })
    expect(last).toMatchObject({ action: 'person.signed_in', objectId: row?.id })
  })

  test('opens none for somebody who was disabled after they were admitted', async () => {
    const { userId } = worked(await admit(claims('late')))
    worked(await changePerson(admin, { id: userId, role: 'viewer', teams: [], isDisabled: true }))
    const opened = adapter().createSession?.({ sessionToken: 'theirs', userId, expires: new Date(0) })
    await expect(opened).rejects.toThrow('nobody to open this session for')
    expect(await database.db.session.count({ where: { userId } })).toBe(0)
  })

  test('never says that somebody is signed in already, since accounts would be joined to them', async () => {
    const { userId } = worked(await admit(claims('browser')))
    const made = await adapter().createSession?.({ sessionToken: 'theirs', userId, expires: new Date(0) })
    expect(await adapter().getSessionAndUser?.(made?.sessionToken ?? '')).toBeNull()
  })

  test('makes, joins and changes nobody by itself', async () => {
    const { userId } = worked(await admit(claims('own')))
    const before = await database.db.account.count()
    const account = { userId, provider: OIDC_PROVIDER, providerAccountId: 'more', type: 'oidc' as const }
    expect(() => adapter().linkAccount?.(account)).toThrow('may not join an account')
    expect(() => adapter().createUser?.({ id: '', email: 'new@example.com', emailVerified: null })).toThrow(
      'may not make a person',
    )
    expect(() => adapter().updateUser?.({ id: userId, email: 'changed@example.com' })).toThrow('may not change')
    expect(await database.db.account.count()).toBe(before)
  })
})

describe('the secret', () => {
  const GIVEN = 'the secret that was given, long enough'

  test('that is given is used and not kept', async () => {
    expect(await authSecret(nobody, GIVEN)).toBe(GIVEN)
    expect(await database.db.setting.findUnique({ where: { key: 'auth.secret' } })).toBeNull()
  })

  test('that is not given is made once, though several instances need it at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => authSecret(nobody, null)))
    expect(new Set(made).size).toBe(1)
    expect(made[0]).toMatch(/^[\w-]{43}$/)
    expect(await authSecret(nobody, null)).toBe(made[0])
  })
})
