import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import { findPersonBehind } from '#lib/auth/queries/token-owner.ts'
import type { Ctx } from '#lib/ctx.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { listReadingRules } from '../queries/readings.ts'
import type { ReadingRuleInput } from '../reading-input.ts'

/**
 * Says whether readings concluded from now on need a second person. Readings on record keep the rule they were made under, so
 * nothing that was judged moves.
 */
export async function setReadingRule(ctx: Ctx, input: ReadingRuleInput): Promise<Outcome<{ id: string }>> {
  authorise(ctx.actor, 'reading-rule:set')
  return ctx.transaction(async (tx) => {
    // Of two who say the same at once, the second is told that it stands already.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('reading rule', 0))`
    const [before] = await listReadingRules(tx)
    if ((before?.needsSecondPerson ?? false) === input.needsSecondPerson) {
      return refused({
        field: '/needsSecondPerson',
        rule: 'reading-rule.unchanged',
        message: input.needsSecondPerson
          ? 'Readings need a second person already.'
          : 'Readings need no second person as it is.',
        remedy: 'Nothing is to be done, or choose the other.',
      })
    }
    const person = await findPersonBehind(tx, ctx.actor)
    const { id } = await tx.readingRule.create({
      data: {
        ...input,
        personId: person ?? ctx.actor.id ?? ctx.actor.kind,
        personName: ctx.actor.name,
        at: ctx.clock.now(),
      },
    })
    await record(tx, ctx, {
      action: 'reading_rule.set',
      object: { kind: 'reading-rule', id },
      before: { needsSecondPerson: before?.needsSecondPerson ?? false },
      after: { needsSecondPerson: input.needsSecondPerson, reason: input.reason },
    })
    return ok({ id })
  })
}
