import type { Actor, Role } from '#lib/auth/actor.ts'
import { addPerson, changePerson } from '#lib/auth/commands/people.ts'
import { offerSetUpLink, setUp } from '#lib/auth/commands/set-up.ts'
import { setPasswordByLink, type Visitor } from '#lib/auth/commands/sign-in.ts'
import { findSessionActor } from '#lib/auth/queries/actors.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Db } from '#lib/db/client.ts'
import { tryLock } from '#lib/db/lock.ts'
import type { Outcome } from '#lib/shared/outcome.ts'

/** A password that every rule lets pass. */
export const PASSWORD = 'weigh it before you ship it'

export const VISITOR: Visitor = { address: '192.0.2.7', userAgent: 'a browser' }

export const ANONYMOUS: Actor = { kind: 'person', id: '', name: 'anonymous', role: 'viewer', teamIds: [] }

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Date
  advance(milliseconds: number): void
}

/** A clock that shows that instant. */
export function stillClock(at = '2026-03-02T09:00:00.000Z'): TestClock {
  let now = Date.parse(at)
  return {
    now: () => new Date(now),
    advance: (milliseconds) => {
      now += milliseconds
    },
  }
}

/** What use cases of people and sign-in are handed. */
export function authCtx(database: { url: string; db: Db }, clock: TestClock, actor: Actor = ANONYMOUS): Ctx {
  return {
    actor,
    db: database.db,
    clock,
    transaction: (work) => database.db.$transaction(work),
    tryLock: (name) => tryLock(database.url, name),
    enqueue: () => Promise.reject(new Error('Nothing here queues a job.')),
  }
}

export interface SignedIn {
  ctx: Ctx
  actor: Actor & { kind: 'person' }
  email: string
  token: string
}

/** Sets the installation up and returns its first administrator, signed in. */
export async function aFirstAdministrator(ctx: Ctx): Promise<Ctx> {
  const link = (await offerSetUpLink(ctx)) ?? ''
  const { userId } = worked(await setUp(ctx, { link, name: 'Ada First', email: 'ada@example.com', password: PASSWORD }))
  return { ...ctx, actor: { kind: 'person', id: userId, name: 'Ada First', role: 'administrator', teamIds: [] } }
}

let made = 0

/** A person with that role and those teams who has set a password and is signed in; `admin` adds them. */
export async function aPerson(
  admin: Ctx,
  wanted: { role?: Role; teams?: string[]; name?: string } = {},
): Promise<SignedIn> {
  made += 1
  const email = `person-${made}@example.com`
  const name = wanted.name ?? `Person ${made}`
  const { link } = worked(
    await addPerson(admin, { name, email, role: wanted.role ?? 'member', teams: wanted.teams ?? [] }),
  )
  const { token } = worked(
    await setPasswordByLink({ ...admin, actor: ANONYMOUS }, { link, password: PASSWORD }, VISITOR),
  )
  const session = await findSessionActor(admin.db, token, admin.clock.now())
  if (!session) throw new Error(`${email} has no session.`)
  return { ctx: { ...admin, actor: session.actor }, actor: session.actor, email, token }
}

/** Disables a person, keeping role and teams away from them. */
export async function disable(admin: Ctx, person: SignedIn): Promise<void> {
  worked(await changePerson(admin, { id: person.actor.id, role: person.actor.role, teams: [], isDisabled: true }))
}

/** The value of a use case that must have worked; throws its refusals otherwise. */
export function worked<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`Refused: ${outcome.refusals.map((refusal) => `${refusal.rule} ${refusal.message}`).join('; ')}`)
}

/** The rules that refused; empty when the use case worked. */
export function rulesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.rule)
}
