import { createHash } from 'node:crypto'
import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import type { Actor } from '../actor.ts'
import { fitsPassword, refuseWeakPassword } from '../password.ts'
import { listGrants } from '../queries/actors.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { LOCAL_ISSUER, setLocalPassword, useLink } from './accounts.ts'

export const SESSION_LIFE = 8 * 3_600_000

const WINDOW = 15 * 60_000
const LIMIT_PER_ACCOUNT = 10
const LIMIT_PER_ADDRESS = 50

export interface Visitor {
  address: string
  userAgent: string
}

export interface NewSession {
  token: string
  expiresAt: Date
}

/** One answer for a wrong password and for an account that does not exist. */
const WRONG: Refusal = {
  field: '',
  rule: 'sign_in.wrong',
  message: 'Mail address and password do not belong together.',
  remedy: 'Try again, or ask an administrator for a new link.',
}

const TOO_MANY: Refusal = {
  field: '',
  rule: 'sign_in.too_many',
  message: 'Too many attempts for this account or from this address.',
  remedy: 'Wait 15 minutes and try again.',
}

/** Signs a person in with a local password; limited per account and per address, with one answer for every failure. */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string },
  visitor: Visitor,
): Promise<Outcome<NewSession>> {
  const emailHash = createHash('sha256').update(input.email).digest('hex')
  const attempt = await reserveAttempt(ctx, emailHash, visitor.address)
  if (attempt === null) return refused(TOO_MANY)

  const user = await ctx.db.user.findUnique({
    where: { email: input.email },
    include: { accounts: { where: { issuer: LOCAL_ISSUER } } },
  })
  const fits = await fitsPassword(user?.accounts[0]?.passwordHash ?? null, input.password)
  if (!user || !fits || user.isDisabled) return refused(WRONG)

  await ctx.db.signInAttempt.update({ where: { id: attempt }, data: { isSuccess: true } })
  return ok(await openSession(ctx, user, visitor))
}

/** Counts the attempt before the password is looked at, one at a time per account, so that parallel guesses count too. */
async function reserveAttempt(ctx: Ctx, emailHash: string, address: string): Promise<string | null> {
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - WINDOW)
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${emailHash}, 0))`
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${address}, 1))`
    const failed = { isSuccess: false, at: { gt: since } }
    const forAccount = await tx.signInAttempt.count({ where: { emailHash, ...failed } })
    const fromAddress = await tx.signInAttempt.count({ where: { address, ...failed } })
    if (forAccount >= LIMIT_PER_ACCOUNT || fromAddress >= LIMIT_PER_ADDRESS) return null
    await tx.signInAttempt.deleteMany({ where: { at: { lt: new Date(now.getTime() - 96 * WINDOW) } } })
    const attempt = await tx.signInAttempt.create({ data: { emailHash, address, isSuccess: false, at: now } })
    return attempt.id
  })
}

/** Opens a session for somebody who has proved who they are. */
export async function openSession(ctx: Ctx, user: { id: string; name: string }, visitor: Visitor): Promise<NewSession> {
  const now = ctx.clock.now()
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + SESSION_LIFE)
  await ctx.transaction(async (tx) => {
    const session = await tx.session.create({
      data: {
        tokenHash: hashSecret(token),
        userId: user.id,
        createdAt: now,
        expiresAt,
        userAgent: visitor.userAgent.slice(0, 300),
        address: visitor.address,
      },
    })
    await record(
      tx,
      { ...ctx, actor: await actorOf(tx, user) },
      { action: 'person.signed_in', object: { kind: 'session', id: session.id } },
    )
  })
  return { token, expiresAt }
}

/** Ends the session a cookie stands for; a cookie that stands for none is no error. */
export async function signOut(ctx: Ctx, token: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const ended = await tx.session.updateMany({
      where: { tokenHash: hashSecret(token), revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    })
    if (ended.count > 0)
      await record(tx, ctx, { action: 'person.signed_out', object: { kind: 'person', id: ctx.actor.id ?? '' } })
  })
}

/** Sets a person's password by a one-time link and opens their first session. */
export async function setPasswordByLink(
  ctx: Ctx,
  input: { link: string; password: string },
  visitor: Visitor,
): Promise<Outcome<NewSession>> {
  const weak = refuseWeakPassword(input.password, '\u0000')
  if (weak.length > 0) return refused(...weak)
  const user = await ctx.transaction(async (tx) => {
    const link = await useLink(tx, 'set_password', input.link, ctx.clock.now())
    const person = link?.userId ? await tx.user.findUnique({ where: { id: link.userId } }) : null
    if (!person || person.isDisabled) return null
    await setLocalPassword(tx, person.id, input.password, ctx.clock.now())
    await record(
      tx,
      { ...ctx, actor: await actorOf(tx, person) },
      { action: 'person.password_set', object: { kind: 'person', id: person.id } },
    )
    return person
  })
  if (!user) {
    return refused({
      field: '/link',
      rule: 'password.link',
      message: 'This link is not valid: it was used, replaced or has run out.',
      remedy: 'Ask an administrator for a new one.',
    })
  }
  return ok(await openSession(ctx, user, visitor))
}

/** The person themselves, for the record: whoever opens a session was nobody a moment before. */
async function actorOf(tx: Tx, user: { id: string; name: string }): Promise<Actor> {
  const grants = (await listGrants(tx, [user.id])).get(user.id) ?? { role: 'viewer' as const, teamIds: [] }
  return { kind: 'person', id: user.id, name: user.name, ...grants }
}
