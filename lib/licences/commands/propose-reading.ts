import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import { notFound } from '#lib/shared/failure.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { PROPOSALS_VERSION, proposeTerms } from '../proposals.ts'
import { findTextContent } from '../queries/texts.ts'
import { termRows } from './readings.ts'

const LONGEST_SENTENCE = 2_000

/**
 * Has the patterns read a text and keeps what they propose, once per version of theirs. It decides nothing: no deployment is
 * judged anew for it.
 */
export async function proposeReading(
  ctx: Ctx,
  textSha: string,
): Promise<Outcome<{ id: string; terms: number; isNew: boolean }>> {
  authorise(ctx.actor, 'licence:conclude')
  const text = await findTextContent(ctx.db, textSha)
  if (text === null) throw notFound('This text')
  const proposals = proposeTerms(text)
  if (proposals.length === 0) {
    return refused({
      field: '/text',
      rule: 'proposal.nothing-found',
      message: 'No pattern finds a term in this text.',
      remedy: 'Read it and conclude its terms; the patterns know English licence texts only.',
    })
  }
  return ctx.transaction(async (tx) => {
    // Asked for twice at once it is still proposed once.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`propose ${textSha}`}, 0))`
    const before = await tx.reading.findFirst({
      where: { textSha, status: 'proposed', engineVersion: PROPOSALS_VERSION },
      include: { _count: { select: { terms: true } } },
    })
    if (before) return ok({ id: before.id, terms: before._count.terms, isNew: false })
    const { id } = await tx.reading.create({
      data: {
        textSha,
        status: 'proposed',
        engineVersion: PROPOSALS_VERSION,
        recordedByName: `the patterns (${PROPOSALS_VERSION})`,
        recordedAt: ctx.clock.now(),
      },
    })
    const terms = proposals.map(({ pattern: _, sentence, ...term }) => ({
      ...term,
      sentence: sentence.slice(0, LONGEST_SENTENCE).replaceAll('\0', ' ').toWellFormed(),
    }))
    await tx.readingTerm.createMany({ data: termRows(id, terms) })
    await record(tx, ctx, {
      action: 'reading.proposed',
      object: { kind: 'licence-text', id: textSha },
      after: { reading: id, engineVersion: PROPOSALS_VERSION, terms: terms.length },
    })
    return ok({ id, terms: terms.length, isNew: true })
  })
}
