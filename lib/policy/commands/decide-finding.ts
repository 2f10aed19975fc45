import { record } from '#lib/audit/record.ts'
import { authorise, may } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import { notFound } from '#lib/shared/failure.ts'
import type { DecideFinding } from '../schema.ts'

/** Puts on record what a person says about a finding. The finding itself stays as the rules see it. */
export async function decideFinding(ctx: Ctx, input: DecideFinding): Promise<{ id: string }> {
  authorise(ctx.actor, 'finding:decide')
  return ctx.transaction(async (tx) => {
    const finding = await tx.finding.findUnique({ where: { id: input.findingId } })
    if (!finding || !may(ctx.actor, 'finding:read', finding.teamId)) throw notFound('This finding')
    const at = ctx.clock.now()
    const decision = await tx.findingDecision.create({
      data: {
        findingId: finding.id,
        comment: input.comment,
        personId: ctx.actor.id ?? '',
        personName: ctx.actor.name,
        at,
      },
    })
    await tx.findingCurrent.update({ where: { findingId: finding.id }, data: { decidedAt: at } })
    await record(tx, ctx, {
      action: 'finding.decided',
      object: { kind: 'finding', id: finding.id },
      teamId: finding.teamId,
      after: { comment: input.comment },
    })
    return { id: decision.id }
  })
}
