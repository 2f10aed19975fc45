import { expect, test } from 'vitest'
import { isSetUp, offerSetUpLink, setUp, setUpUnattended } from '#lib/auth/commands/set-up.ts'
import { signIn } from '#lib/auth/commands/sign-in.ts'
import { listPeople } from '#lib/auth/queries/people.ts'
import type { Ctx } from '#lib/ctx.ts'
import { authCtx, PASSWORD, rulesOf, stillClock, VISITOR, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

// One fresh installation, told in order: what is true before anybody set it up, then the set-up, then what is true after it.
const database = useDatabase()
const clock = stillClock()
const ctx = (): Ctx => authCtx(database, clock)
const first = { name: 'Ada First', email: 'ada@example.com', password: PASSWORD }

test('a fresh installation knows nobody, so no default credential exists', async () => {
  expect(await isSetUp(database.db)).toBe(false)
  expect(await database.db.user.count()).toBe(0)
  expect(await database.db.account.count()).toBe(0)
  expect(await database.db.apiToken.count()).toBe(0)
  for (const password of ['', 'admin', 'password', 'weighbridge']) {
    expect(rulesOf(await signIn(ctx(), { email: 'admin@example.com', password }, VISITOR))).toEqual(['sign_in.wrong'])
  }
})

test('a link that was never offered, replaced, or has run out sets nothing up', async () => {
  const replaced = (await offerSetUpLink(ctx())) ?? ''
  const late = (await offerSetUpLink(ctx())) ?? ''
  for (const link of ['', 'x'.repeat(43), replaced])
    expect(rulesOf(await setUp(ctx(), { ...first, link }))).toEqual(['set_up.link'])
  clock.advance(7 * 86_400_000)
  expect(rulesOf(await setUp(ctx(), { ...first, link: late }))).toEqual(['set_up.link'])
  expect(await database.db.user.count()).toBe(0)
})

test('a weak password is refused before the link is used up', async () => {
  const link = (await offerSetUpLink(ctx())) ?? ''
  expect(rulesOf(await setUp(ctx(), { ...first, link, password: 'short' }))).toEqual(['password.short'])
  expect(rulesOf(await setUp(ctx(), { ...first, link, password: 'I am ada@example.com' }))).toEqual([
    'password.guessable',
  ])
  expect(await isSetUp(database.db)).toBe(false)
})

test('a set-up whose record cannot be written makes nobody', async () => {
  const link = (await offerSetUpLink(ctx())) ?? ''
  const broken: Ctx = {
    ...ctx(),
    transaction: (work) =>
      database.db.$transaction(async (tx) => work(tx).then(() => Promise.reject(new Error('the disk is full')))),
  }
  await expect(setUp(broken, { ...first, link })).rejects.toThrow('the disk is full')
  expect(await database.db.user.count()).toBe(0)
  expect(await database.db.auditEvent.count()).toBe(0)
  expect(await isSetUp(database.db)).toBe(false)
})

test('of several set-ups that race, by link and by environment, one makes the one administrator', async () => {
  const link = (await offerSetUpLink(ctx())) ?? ''
  const attempts = await Promise.allSettled([
    setUp(ctx(), { ...first, link }),
    setUp(ctx(), { ...first, link, email: 'eve@example.com' }),
    setUpUnattended(ctx(), { ...first, email: 'unattended@example.com' }),
    setUpUnattended(ctx(), { ...first, email: 'unattended-too@example.com' }),
  ])
  const made = attempts.filter(
    (attempt) =>
      attempt.status === 'fulfilled' &&
      attempt.value.ok &&
      !('isNew' in attempt.value.value && !attempt.value.value.isNew),
  )
  expect(made).toHaveLength(1)
  expect((await listPeople(database.db)).map((person) => person.role)).toEqual(['administrator'])
  expect((await database.db.auditEvent.findMany()).map((event) => event.action)).toEqual(['installation.set_up'])
})

test('nothing sets it up a second time', async () => {
  expect(await isSetUp(database.db)).toBe(true)
  expect(await offerSetUpLink(ctx())).toBeNull()
  expect(worked(await setUpUnattended(ctx(), { ...first, email: 'second@example.com' }))).toEqual({ isNew: false })
  expect(await database.db.user.count()).toBe(1)
})

test('the administrator signs in with the password they chose, which is kept as an argon2id hash only', async () => {
  const [person] = await listPeople(database.db)
  expect(rulesOf(await signIn(ctx(), { email: person?.email ?? '', password: PASSWORD }, VISITOR))).toEqual([])
  const [account] = await database.db.account.findMany()
  expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('what is on record holds no password and no link', async () => {
  const events = await database.db.auditEvent.findMany()
  const written = events.map((event) => Buffer.from(event.canonical).toString()).join('\n')
  expect(written).toContain('installation.set_up')
  expect(written).not.toContain(PASSWORD)
  expect(written).not.toContain('argon2')
})
