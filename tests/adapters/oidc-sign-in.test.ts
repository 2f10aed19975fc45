import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  finishOidcSignIn,
  type OidcInstallation,
  type OidcStep,
  startOidcSignIn,
} from '#lib/auth/commands/oidc-sign-in.ts'
import { addPerson, changePerson } from '#lib/auth/commands/people.ts'
import { findSessionActor } from '#lib/auth/queries/actors.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Outcome } from '#lib/shared/outcome.ts'
import { aFirstAdministrator, authCtx, rulesOf, stillClock, VISITOR, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type IdentityProvider, signInAtProvider, startIdentityProvider } from '#tests/support/identity-provider.ts'

const PUBLIC_URL = 'https://weighbridge.example'
const CALLBACK = `${PUBLIC_URL}/api/auth/callback/oidc`
const COOKIE = '__Host-weighbridge'

const database = useDatabase()
const clock = stillClock()
const reported: string[] = []
let provider: IdentityProvider
let site: OidcInstallation
let nobody: Ctx
let admin: Ctx

beforeAll(async () => {
  // The provider warns that it keeps everything in memory, which is what a test wants.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  provider = await startIdentityProvider(CALLBACK)
  site = {
    settings: { issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret },
    publicUrl: PUBLIC_URL,
    sessionCookie: COOKIE,
    givenSecret: null,
    report: (reason) => reported.push(reason),
  }
  nobody = authCtx(database, clock)
})
afterAll(async () => {
  await provider.close()
  vi.restoreAllMocks()
})
beforeEach(() => {
  reported.length = 0
})

const cookiesOf = (step: OidcStep) => step.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
const start = async (to = '/deployments') =>
  worked(await startOidcSignIn(nobody, site, { to, cookies: '', visitor: VISITOR }))
const finish = (back: URL, cookies: string, at = site) =>
  finishOidcSignIn(nobody, at, { search: back.search, cookies, visitor: VISITOR })
const tokenOf = (step: OidcStep) => step.cookies.find((cookie) => cookie.name === COOKIE)?.value ?? ''

/** The whole way of one person, from the button to the session. */
async function signInAs(subject: string, to?: string): Promise<Outcome<OidcStep>> {
  const begun = await start(to)
  return finish(await signInAtProvider(begun.location, subject), cookiesOf(begun))
}

describe('before set-up', () => {
  test('nobody signs in, and the identity provider is not even asked', async () => {
    const from = { cookies: '', visitor: VISITOR }
    expect(rulesOf(await startOidcSignIn(nobody, site, { ...from, to: '/' }))).toEqual(['oidc.not_set_up'])
    expect(rulesOf(await finishOidcSignIn(nobody, site, { ...from, search: '?code=x&state=y' }))).toEqual([
      'oidc.not_set_up',
    ])
    expect(provider.asked).toEqual([])
  })
})

describe('after set-up', () => {
  beforeAll(async () => {
    admin = await aFirstAdministrator(nobody)
    const said = { email_verified: true }
    provider.people.set('s-grace', { ...said, email: 'Grace@Example.com', name: 'Grace Hopper' })
    provider.people.set('s-linus', { ...said, email: 'linus@example.com', name: 'Linus' })
    provider.people.set('s-unverified', { email: 'unverified@example.com', email_verified: false, name: 'U' })
    provider.people.set('s-silent', { email: 'silent@example.com', name: 'S' })
    provider.people.set('s-mailless', { ...said, name: 'M' })
    provider.people.set('s-ada', { ...said, email: 'ADA@example.com', name: 'Not the administrator' })
  })

  test('the way out carries PKCE, state, nonce and our own address, whatever the Host header said', async () => {
    const { location, cookies } = await start()
    const asked = new URL(location)
    expect(asked.origin).toBe(provider.issuer)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: provider.clientId,
      redirect_uri: CALLBACK,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    })
    expect(cookies.map((cookie) => cookie.name).sort()).toEqual([
      '__Secure-authjs.callback-url',
      '__Secure-authjs.nonce',
      '__Secure-authjs.pkce.code_verifier',
      '__Secure-authjs.state',
    ])
    expect(location).not.toContain(provider.clientSecret)
  })

  test('a first sign-in makes a viewer without teams and a session of ours, both on record', async () => {
    const step = worked(await signInAs('s-grace', '/deployments?team=search'))
    expect(step.location).toBe(`${PUBLIC_URL}/deployments?team=search`)
    const session = await findSessionActor(database.db, tokenOf(step), clock.now())
    expect(session).toMatchObject({
      email: 'grace@example.com',
      actor: { kind: 'person', name: 'Grace Hopper', role: 'viewer', teamIds: [] },
    })
    const id = session?.actor.id ?? ''
    expect(await database.db.account.findMany({ where: { userId: id } })).toMatchObject([
      { issuer: provider.issuer, subject: 's-grace', passwordHash: null },
    ])
    const [row] = await database.db.session.findMany({ where: { userId: id } })
    expect(row).toMatchObject({ address: VISITOR.address, userAgent: VISITOR.userAgent, revokedAt: null })
    expect(step.cookies.find((cookie) => cookie.name === COOKIE)?.expires).toEqual(row?.expiresAt)
    expect(JSON.stringify(row)).not.toContain(tokenOf(step))
    const events = await database.db.auditEvent.findMany({ where: { actorId: id }, orderBy: { seq: 'asc' } })
    expect(events.map((event) => event.action)).toEqual(['person.added', 'person.signed_in'])
    expect(reported).toEqual([])
  })

  test('a second sign-in finds the same person, also when mail address and name have changed since', async () => {
    const before = await database.db.user.count()
    provider.people.set('s-grace', { email: 'g.hopper@example.com', email_verified: false, name: 'G. Hopper' })
    const step = worked(await signInAs('s-grace'))
    const session = await findSessionActor(database.db, tokenOf(step), clock.now())
    expect(session).toMatchObject({ email: 'grace@example.com', actor: { name: 'Grace Hopper' } })
    expect(await database.db.user.count()).toBe(before)
  })

  test.each([
    ['s-unverified', 'oidc.email_unverified'],
    ['s-silent', 'oidc.email_unverified'],
    ['s-mailless', 'oidc.no_email'],
    ['s-ada', 'oidc.email_taken'],
  ])('%s is refused with %s, and nothing of them is kept', async (subject, rule) => {
    const counts = () =>
      Promise.all([database.db.user.count(), database.db.account.count(), database.db.session.count()])
    const before = await counts()
    expect(rulesOf(await signInAs(subject))).toEqual([rule])
    expect(await counts()).toEqual(before)
    expect(await database.db.account.findFirst({ where: { subject } })).toBeNull()
  })

  test('somebody an administrator has added is not joined by mail address', async () => {
    worked(await addPerson(admin, { name: 'Invited', email: 'invited@example.com', role: 'member', teams: [] }))
    provider.people.set('s-invited', { email: 'invited@example.com', email_verified: true, name: 'Invited' })
    expect(rulesOf(await signInAs('s-invited'))).toEqual(['oidc.email_taken'])
  })

  test('a disabled person is refused until they are enabled again', async () => {
    const session = await findSessionActor(database.db, tokenOf(worked(await signInAs('s-linus'))), clock.now())
    const change = { id: session?.actor.id ?? '', role: 'viewer' as const, teams: [] }
    worked(await changePerson(admin, { ...change, isDisabled: true }))
    expect(rulesOf(await signInAs('s-linus'))).toEqual(['oidc.disabled'])
    worked(await changePerson(admin, { ...change, isDisabled: false }))
    expect(rulesOf(await signInAs('s-linus'))).toEqual([])
  })

  test('whoever is signed in in that browser keeps their accounts: the other subject becomes a person of their own', async () => {
    const grace = tokenOf(worked(await signInAs('s-grace')))
    provider.people.set('s-second', { email: 'second@example.com', email_verified: true, name: 'Second' })
    const begun = await start()
    const back = await signInAtProvider(begun.location, 's-second')
    const step = worked(await finish(back, `${cookiesOf(begun)}; ${COOKIE}=${grace}`))
    const session = await findSessionActor(database.db, tokenOf(step), clock.now())
    expect(session?.email).toBe('second@example.com')
  })

  describe('the way back', () => {
    const sessions = () => database.db.session.count()

    test('with another state than was given out opens nothing', async () => {
      const before = await sessions()
      const begun = await start()
      const back = await signInAtProvider(begun.location, 's-grace')
      back.searchParams.set('state', 'forged')
      expect(rulesOf(await finish(back, cookiesOf(begun)))).toEqual(['oidc.failed'])
      expect(reported.join()).toContain('state')
      expect(await sessions()).toBe(before)
    })

    test('in another browser than it was started in opens nothing', async () => {
      const before = await sessions()
      const begun = await start()
      const back = await signInAtProvider(begun.location, 's-grace')
      expect(rulesOf(await finish(back, ''))).toEqual(['oidc.expired'])
      expect(rulesOf(await finish(back, cookiesOf(await start())))).toEqual(['oidc.failed'])
      expect(await sessions()).toBe(before)
    })

    test.each([
      ['pkce.code_verifier', 'invalid_grant'],
      ['nonce', 'nonce'],
    ])('with the %s of another sign-in opens nothing', async (name, reason) => {
      const before = await sessions()
      const [begun, other] = [await start(), await start()]
      const back = await signInAtProvider(begun.location, 's-grace')
      const mixed = begun.cookies.map((cookie) =>
        cookie.name.endsWith(name) ? (other.cookies.find((one) => one.name === cookie.name) ?? cookie) : cookie,
      )
      expect(rulesOf(await finish(back, cookiesOf({ ...begun, cookies: mixed })))).toEqual(['oidc.failed'])
      expect(reported).toEqual([expect.stringContaining(reason)])
      expect(await sessions()).toBe(before)
    })

    test('sealed with another secret opens nothing', async () => {
      const begun = await start()
      const back = await signInAtProvider(begun.location, 's-grace')
      const elsewhere = { ...site, givenSecret: 'the secret of another installation' }
      expect(rulesOf(await finish(back, cookiesOf(begun), elsewhere))).toEqual(['oidc.expired'])
    })

    test('works once', async () => {
      const begun = await start()
      const back = await signInAtProvider(begun.location, 's-grace')
      expect(rulesOf(await finish(back, cookiesOf(begun)))).toEqual([])
      const before = await sessions()
      expect(rulesOf(await finish(back, cookiesOf(begun)))).toEqual(['oidc.failed'])
      expect(await sessions()).toBe(before)
    })

    test('after Cancel says so and reports nothing', async () => {
      const begun = await start()
      const back = await signInAtProvider(begun.location, 's-grace', true)
      expect(rulesOf(await finish(back, cookiesOf(begun)))).toEqual(['oidc.denied'])
      expect(reported).toEqual([])
    })

    test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
      'leads to no other site, asked for %j at the start or on the way back',
      async (to) => {
        const asked = worked(await signInAs('s-grace', to))
        expect(asked.location).toBe(`${PUBLIC_URL}/`)
        const begun = await start('/models')
        const back = await signInAtProvider(begun.location, 's-grace')
        back.searchParams.set('callbackUrl', to)
        expect(worked(await finish(back, cookiesOf(begun))).location).toBe(`${PUBLIC_URL}/models`)
      },
    )
  })

  test('a client secret the provider does not know is reported to the log, and not repeated there', async () => {
    const begun = await start()
    const back = await signInAtProvider(begun.location, 's-grace')
    const wrong = { ...site, settings: { ...site.settings, clientSecret: 'not what was agreed' } }
    expect(rulesOf(await finish(back, cookiesOf(begun), wrong))).toEqual(['oidc.failed'])
    expect(reported).toEqual([expect.stringContaining('HTTP 401')])
    expect(reported.join()).not.toContain('not what was agreed')
  })

  test('a provider that cannot be reached is a refusal, with the reason in the log', async () => {
    const gone = { ...site, settings: { ...site.settings, issuer: 'http://127.0.0.1:9' } }
    const from = { to: '/', cookies: '', visitor: VISITOR }
    expect(rulesOf(await startOidcSignIn(nobody, gone, from))).toEqual(['oidc.failed'])
    expect(reported).toHaveLength(1)
  })

  test('instances without AUTH_SECRET agree on one: what one began, another ends', async () => {
    const begun = await start()
    const back = await signInAtProvider(begun.location, 's-grace')
    const other = authCtx(database, stillClock())
    const from = { search: back.search, cookies: cookiesOf(begun), visitor: VISITOR }
    expect(rulesOf(await finishOidcSignIn(other, { ...site }, from))).toEqual([])
  })
})
