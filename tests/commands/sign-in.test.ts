import { beforeAll, describe, expect, test } from 'vitest'
import { addPerson, changePerson, renewPasswordLink } from '#lib/auth/commands/people.ts'
import { SESSION_LIFE, setPasswordByLink, signIn, signOut } from '#lib/auth/commands/sign-in.ts'
import { findSessionActor } from '#lib/auth/queries/actors.ts'
import type { Ctx } from '#lib/ctx.ts'
import {
  ANONYMOUS,
  aFirstAdministrator,
  aPerson,
  authCtx,
  disable,
  PASSWORD,
  rulesOf,
  stillClock,
  VISITOR,
  worked,
} from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock()
const MINUTE = 60_000

let admin: Ctx
let nobody: Ctx

beforeAll(async () => {
  nobody = authCtx(database, clock)
  admin = await aFirstAdministrator(nobody)
})

const actions = async () =>
  (await database.db.auditEvent.findMany({ orderBy: { seq: 'asc' } })).map(
    (event) => `${event.action} by ${event.actorName}`,
  )
const sessionOf = (token: string) => findSessionActor(database.db, token, clock.now())

describe('signing in', () => {
  test('with the right password opens a session and is on record', async () => {
    const person = await aPerson(admin, { name: 'Grace' })
    const session = worked(await signIn(nobody, { email: person.email, password: PASSWORD }, VISITOR))
    expect((await sessionOf(session.token))?.actor).toEqual(person.actor)
    expect((await actions()).at(-1)).toBe('person.signed_in by Grace')
  })

  test('answers a wrong password, an unknown account and a disabled person in the same words', async () => {
    const person = await aPerson(admin)
    const gone = await aPerson(admin)
    await disable(admin, gone)
    const answers = await Promise.all([
      signIn(nobody, { email: person.email, password: 'this is not the password' }, VISITOR),
      signIn(nobody, { email: 'nobody@example.com', password: PASSWORD }, VISITOR),
      signIn(nobody, { email: gone.email, password: PASSWORD }, VISITOR),
    ])
    expect(answers[0]).toMatchObject({ ok: false, refusals: [{ rule: 'sign_in.wrong', field: '' }] })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('does not work before the first password was set', async () => {
    worked(await addPerson(admin, { name: 'Not yet', email: 'not-yet@example.com', role: 'viewer', teams: [] }))
    for (const password of ['', 'undefined', 'null', PASSWORD]) {
      expect(rulesOf(await signIn(nobody, { email: 'not-yet@example.com', password }, VISITOR))).toEqual([
        'sign_in.wrong',
      ])
    }
  })
})

describe('the limit', () => {
  const guess = (email: string, address: string, password = 'a guess, and a wrong one') =>
    signIn(nobody, { email, password }, { ...VISITOR, address })

  test('per account counts guesses from everywhere, and then refuses even the right password for 15 minutes', async () => {
    const person = await aPerson(admin)
    for (let n = 0; n < 10; n++)
      expect(rulesOf(await guess(person.email, `198.51.100.${n}`))).toEqual(['sign_in.wrong'])
    expect(rulesOf(await guess(person.email, '198.51.100.99', PASSWORD))).toEqual(['sign_in.too_many'])
    clock.advance(14 * MINUTE)
    expect(rulesOf(await guess(person.email, '198.51.100.99', PASSWORD))).toEqual(['sign_in.too_many'])
    clock.advance(2 * MINUTE)
    expect(rulesOf(await guess(person.email, '198.51.100.99', PASSWORD))).toEqual([])
  })

  test('holds for an account that does not exist, so that it tells nothing', async () => {
    for (let n = 0; n < 10; n++) await guess('ghost@example.com', `203.0.113.${n}`)
    expect(rulesOf(await guess('ghost@example.com', '203.0.113.99'))).toEqual(['sign_in.too_many'])
  })

  test('holds against guesses sent all at once', async () => {
    const person = await aPerson(admin)
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => guess(person.email, `198.18.0.${n}`)))
    expect(answers.filter((answer) => rulesOf(answer)[0] === 'sign_in.wrong')).toHaveLength(10)
    expect(answers.filter((answer) => rulesOf(answer)[0] === 'sign_in.too_many')).toHaveLength(15)
  })

  test('per address stops one place that tries many accounts, and leaves other places alone', async () => {
    for (let n = 0; n < 50; n++) await guess(`spray-${n}@example.com`, '198.51.100.200')
    expect(rulesOf(await guess('spray-50@example.com', '198.51.100.200'))).toEqual(['sign_in.too_many'])
    expect(rulesOf(await guess('spray-50@example.com', '198.51.100.201'))).toEqual(['sign_in.wrong'])
  })

  test('per address holds against guesses at many accounts sent all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => guess(`flood-${n}@example.com`, '198.51.100.210')),
    )
    expect(answers.filter((answer) => rulesOf(answer)[0] === 'sign_in.wrong')).toHaveLength(50)
  })
})

describe('a session', () => {
  test('is kept as a hash only', async () => {
    const person = await aPerson(admin)
    const rows = await database.db.session.findMany({ where: { userId: person.actor.id } })
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(person.token)
  })

  test('ends by itself', async () => {
    const person = await aPerson(admin)
    clock.advance(SESSION_LIFE - 1)
    expect(await sessionOf(person.token)).not.toBeNull()
    clock.advance(1)
    expect(await sessionOf(person.token)).toBeNull()
  })

  test('ends by signing out, on record, and no other one does', async () => {
    const person = await aPerson(admin, { name: 'Leaving' })
    const other = worked(await signIn(nobody, { email: person.email, password: PASSWORD }, VISITOR))
    await signOut(person.ctx, person.token)
    expect(await sessionOf(person.token)).toBeNull()
    expect(await sessionOf(other.token)).not.toBeNull()
    expect((await actions()).at(-1)).toBe('person.signed_out by Leaving')
  })

  test('ends when its person is disabled, and stays ended when they come back', async () => {
    const person = await aPerson(admin)
    await disable(admin, person)
    expect(await sessionOf(person.token)).toBeNull()
    worked(await changePerson(admin, { id: person.actor.id, role: 'member', teams: [], isDisabled: false }))
    expect(await sessionOf(person.token)).toBeNull()
    expect(rulesOf(await signIn(nobody, { email: person.email, password: PASSWORD }, VISITOR))).toEqual([])
  })

  test('of a stranger is none', async () => {
    expect(await sessionOf('')).toBeNull()
    expect(await sessionOf('0'.repeat(43))).toBeNull()
  })
})

describe('a password link', () => {
  const use = (link: string, password = PASSWORD) => setPasswordByLink(nobody, { link, password }, VISITOR)
  const invite = async (email: string) =>
    worked(await addPerson(admin, { name: email, email, role: 'member', teams: [] }))

  test('works once', async () => {
    const { link } = await invite('once@example.com')
    expect(rulesOf(await use(link))).toEqual([])
    expect(rulesOf(await use(link))).toEqual(['password.link'])
  })

  test('works once for two who use it at the same time', async () => {
    const { link } = await invite('race@example.com')
    const answers = await Promise.all([use(link, `${PASSWORD} 1`), use(link, `${PASSWORD} 2`)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('runs out after three days', async () => {
    const { link } = await invite('late@example.com')
    clock.advance(3 * 24 * 60 * MINUTE)
    expect(rulesOf(await use(link))).toEqual(['password.link'])
  })

  test('is not used up by a password that is too weak', async () => {
    const { link } = await invite('weak@example.com')
    expect(rulesOf(await use(link, 'short'))).toEqual(['password.short'])
    expect(rulesOf(await use(link, 'aaaaaaaaaaaaaaaaaaaa'))).toEqual(['password.guessable'])
    expect(rulesOf(await use(link))).toEqual([])
  })

  test('is replaced by a newer one, which also ends every session of that person', async () => {
    const person = await aPerson(admin)
    const older = await renewPasswordLink(admin, person.actor.id)
    const newer = await renewPasswordLink(admin, person.actor.id)
    expect(rulesOf(await use(older))).toEqual(['password.link'])
    expect(rulesOf(await use(newer, `${PASSWORD} anew`))).toEqual([])
    expect(await sessionOf(person.token)).toBeNull()
    expect(rulesOf(await signIn(nobody, { email: person.email, password: PASSWORD }, VISITOR))).toEqual([
      'sign_in.wrong',
    ])
  })

  test('names on record the person whose password was set', async () => {
    const { link, id } = await invite('recorded@example.com')
    worked(await use(link))
    const event = await database.db.auditEvent.findFirst({ where: { action: 'person.password_set', objectId: id } })
    expect(event).toMatchObject({ actorId: id, actorName: 'recorded@example.com' })
    expect(event?.actorName).not.toBe(ANONYMOUS.name)
  })

  test('does nothing for a disabled person', async () => {
    const { link, id } = await invite('gone@example.com')
    worked(await changePerson(admin, { id, role: 'member', teams: [], isDisabled: true }))
    expect(rulesOf(await use(link))).toEqual(['password.link'])
  })
})
