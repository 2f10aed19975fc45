import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import type { Actor } from '../actor.ts'
import type { OidcClaims } from '../oidc-claims.ts'
import { OIDC_REFUSALS } from '../oidc-refusals.ts'
import { oneAtATime } from './people.ts'
import { isSetUp } from './set-up.ts'

/**
 * Says who an issuer's subject is here. Somebody unknown becomes a viewer without teams when their mail address is verified
 * and nobody has it; an account is never joined to an existing person by mail address alone.
 */
export async function admitFromIssuer(
  ctx: Ctx,
  issuer: string,
  claims: OidcClaims,
): Promise<Outcome<{ userId: string; isNew: boolean }>> {
  return ctx.transaction(async (tx) => {
    if (!(await isSetUp(tx))) return refused(OIDC_REFUSALS.notSetUp)
    await oneAtATime(tx)
    const account = await tx.account.findUnique({
      where: { issuer_subject: { issuer, subject: claims.subject } },
      include: { user: true },
    })
    if (account?.user.isDisabled) return refused(OIDC_REFUSALS.disabled)
    if (account) return ok({ userId: account.userId, isNew: false })

    const { email, isEmailVerified } = claims
    if (email === null) return refused(OIDC_REFUSALS.noEmail)
    if (!isEmailVerified) return refused(OIDC_REFUSALS.unverifiedEmail)
    if (await tx.user.findUnique({ where: { email } })) return refused(OIDC_REFUSALS.emailTaken)
    return ok({ userId: await addFromIssuer(tx, ctx, issuer, { ...claims, email }), isNew: true })
  })
}

async function addFromIssuer(tx: Tx, ctx: Ctx, issuer: string, claims: OidcClaims & { email: string }) {
  const now = ctx.clock.now()
  const { email, name, subject } = claims
  const user = await tx.user.create({ data: { email, name, createdAt: now } })
  await tx.account.create({ data: { issuer, subject, userId: user.id, createdAt: now } })
  await tx.membership.create({
    data: {
      userId: user.id,
      teamId: null,
      role: 'viewer',
      isGranted: true,
      recordedAt: now,
      recordedBy: 'single sign-on',
    },
  })
  const actor: Actor = { kind: 'person', id: user.id, name, role: 'viewer', teamIds: [] }
  await record(
    tx,
    { ...ctx, actor },
    {
      action: 'person.added',
      object: { kind: 'person', id: user.id },
      after: { name, email, role: 'viewer', teams: [], issuer, subject },
    },
  )
  return user.id
}
