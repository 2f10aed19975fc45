import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import { Failure, notFound } from '#lib/shared/failure.ts'
import { authorise } from '../permissions.ts'
import { type TokenInput, tokenInput } from '../schema.ts'
import { hashSecret, newSecret } from '../secrets.ts'

/** Makes an API token and returns it, this once. A person's token acts with their rights, the host's with an administrator's. */
export async function createToken(
  ctx: Ctx,
  input: TokenInput,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  if (ctx.actor.kind === 'token')
    throw new Failure('forbidden', 'A token cannot make tokens: sign in, or use the command line on the host.')
  authorise(ctx.actor, 'token:own')
  const { name, scope, expiresInDays } = tokenInput.parse(input)
  const now = ctx.clock.now()
  const token = `wb_${newSecret()}`
  const expiresAt = new Date(now.getTime() + expiresInDays * 86_400_000)
  const userId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const id = await ctx.transaction(async (tx) => {
    const row = await tx.apiToken.create({
      data: { name, scope, userId, hash: hashSecret(token), hint: token.slice(0, 8), createdAt: now, expiresAt },
    })
    await record(tx, ctx, {
      action: 'token.created',
      object: { kind: 'token', id: row.id },
      after: { name, scope, expiresAt: expiresAt.toISOString() },
    })
    return row.id
  })
  return { id, token, expiresAt }
}

/** Revokes a token: one's own, or anybody's for an administrator. Revoking twice is no error. */
export async function revokeToken(ctx: Ctx, id: string): Promise<void> {
  authorise(ctx.actor, 'token:own')
  await ctx.transaction(async (tx) => {
    const row = await tx.apiToken.findUnique({ where: { id } })
    if (!row || (row.userId !== ctx.actor.id && ctx.actor.role !== 'administrator')) throw notFound('This token')
    if (row.revokedAt !== null) return
    await tx.apiToken.update({ where: { id }, data: { revokedAt: ctx.clock.now() } })
    await record(tx, ctx, {
      action: 'token.revoked',
      object: { kind: 'token', id },
      before: { name: row.name, scope: row.scope },
    })
  })
}

/** Notes that a token was used, at most once a minute, so that a busy client does not write on every request. */
export async function noteTokenUse(ctx: Ctx, token: { id: string; lastUsedAt: Date | null }): Promise<void> {
  const now = ctx.clock.now()
  if (token.lastUsedAt !== null && now.getTime() - token.lastUsedAt.getTime() < 60_000) return
  await ctx.db.apiToken.updateMany({
    where: { id: token.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: now } }] },
    data: { lastUsedAt: now },
  })
}
