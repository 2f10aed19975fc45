import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import { notFound } from '#lib/shared/failure.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import type { ComparisonConclusionInput } from '../comparison-conclusion.ts'

/** Puts on record what a person concludes about moving from one text to another. The machine's level stays beside it; the newest conclusion counts. */
export async function concludeComparison(ctx: Ctx, input: ComparisonConclusionInput): Promise<Outcome<{ id: string }>> {
  authorise(ctx.actor, 'licence:conclude')
  const { from, to, outcome, reason } = input
  if (from === to) {
    return refused({
      field: '/to',
      rule: 'text.same',
      message: 'Both are the same text: there is nothing to conclude.',
      remedy: 'Name two texts.',
    })
  }
  return ctx.transaction(async (tx) => {
    const held = await tx.licenceText.count({ where: { sha256: { in: [from, to] } } })
    if (held < 2) throw notFound('One of these texts')
    const row = await tx.comparisonConclusion.create({
      data: {
        fromSha: from,
        toSha: to,
        outcome,
        reason,
        personId: ctx.actor.id ?? '',
        personName: ctx.actor.name,
        recordedAt: ctx.clock.now(),
      },
    })
    await record(tx, ctx, {
      action: 'comparison.concluded',
      object: { kind: 'licence-text', id: to },
      after: { from, to, outcome, reason },
    })
    return ok({ id: row.id })
  })
}
