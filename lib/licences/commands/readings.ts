import type { Prisma } from '#generated/prisma/client.ts'
import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import { findPersonBehind } from '#lib/auth/queries/token-owner.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { notFound } from '#lib/shared/failure.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { listReadingRules } from '../queries/readings.ts'
import { findTextContent } from '../queries/texts.ts'
import { counts, needsSecondPersonAt, type StoredTerm } from '../reading.ts'
import { type ConcludeInput, type OpinionInput, readConclusion } from '../reading-input.ts'

/** Whatever is judged by this text must be judged again. */
async function touchText(tx: Tx, ctx: Ctx, textSha: string): Promise<void> {
  await tx.touched.create({ data: { kind: 'text', id: textSha, at: ctx.clock.now() } })
  await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
}

/** Terms as rows of a reading. */
export function termRows(readingId: string, terms: readonly StoredTerm[]): Prisma.ReadingTermCreateManyInput[] {
  return terms.map(({ value, ...term }) => ({ ...term, readingId, value: JSON.parse(JSON.stringify(value)) }))
}

/**
 * Puts on record what a person reads in a text, term by term; the machine's reading stays beside it. It counts at once, or from
 * the first agreement on where the rule of that moment asks for a second person.
 */
export async function concludeReading(
  ctx: Ctx,
  input: ConcludeInput,
): Promise<Outcome<{ id: string; isCounting: boolean }>> {
  authorise(ctx.actor, 'licence:conclude')
  const text = await findTextContent(ctx.db, input.text)
  if (text === null) throw notFound('This text')
  const read = readConclusion(input, text)
  if (!read.ok) return read
  const terms = read.value
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    const person = await findPersonBehind(tx, ctx.actor)
    const isCounting = !needsSecondPersonAt(await listReadingRules(tx), now)
    if (person === null && !isCounting) return refused(NEEDS_PERSON)
    const { id } = await tx.reading.create({
      data: {
        textSha: input.text,
        status: 'concluded',
        reason: input.reason,
        recordedBy: person ?? ctx.actor.id,
        recordedByName: ctx.actor.name,
        recordedAt: now,
      },
    })
    await tx.readingTerm.createMany({ data: termRows(id, terms) })
    await touchText(tx, ctx, input.text)
    await record(tx, ctx, {
      action: 'reading.concluded',
      object: { kind: 'licence-text', id: input.text },
      after: {
        reading: id,
        isCounting,
        reason: input.reason,
        terms: terms.map(({ term, value, section, confidence }) =>
          JSON.parse(JSON.stringify({ term, value, section, confidence })),
        ),
      },
    })
    return ok({ id, isCounting })
  })
}

/** Says, as a second person, whether a concluded reading is right. Each person says so once, and nobody of their own reading. */
export async function giveOpinion(
  ctx: Ctx,
  input: OpinionInput & { readingId: string },
): Promise<Outcome<{ id: string; isCounting: boolean }>> {
  authorise(ctx.actor, 'licence:conclude')
  return ctx.transaction(async (tx) => {
    // Of two opinions that one person sends at once, the second is refused in words rather than by the table.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`opinion ${input.readingId}`}, 0))`
    const reading = await tx.reading.findUnique({ where: { id: input.readingId }, include: { opinions: true } })
    if (!reading) throw notFound('This reading')
    const person = await findPersonBehind(tx, ctx.actor)
    const refusal = refusalOfOpinion(reading, person)
    if (person === null || refusal) return refused(refusal ?? NEEDS_PERSON)
    const now = ctx.clock.now()
    const opinion = {
      agrees: input.agrees,
      comment: input.comment,
      personId: person,
      personName: ctx.actor.name,
      at: now,
    }
    const { id } = await tx.readingOpinion.create({ data: { readingId: reading.id, ...opinion } })
    const rules = await listReadingRules(tx)
    const isCounting = counts({ ...reading, terms: [], opinions: [...reading.opinions, opinion] }, rules)
    await touchText(tx, ctx, reading.textSha)
    await record(tx, ctx, {
      action: 'reading.opinion_given',
      object: { kind: 'licence-text', id: reading.textSha },
      after: { reading: reading.id, agrees: input.agrees, comment: input.comment, isCounting },
    })
    return ok({ id, isCounting })
  })
}

const NEEDS_PERSON: Refusal = {
  field: '',
  rule: 'reading.needs-person',
  message: 'Two persons answer for a reading, and this token speaks for nobody.',
  remedy: 'Sign in, or use a token that a person made for themselves.',
}

function refusalOfOpinion(
  reading: { status: string; recordedBy: string | null; opinions: readonly { personId: string }[] },
  person: string | null,
): Refusal | null {
  if (reading.status === 'proposed') {
    return {
      field: '',
      rule: 'opinion.of-proposal',
      message: 'Patterns proposed this; nobody has concluded it.',
      remedy: 'Conclude the terms you confirm; the proposal stays beside them.',
    }
  }
  if (person !== null && person === reading.recordedBy) {
    return {
      field: '',
      rule: 'opinion.own-reading',
      message: 'You concluded this reading yourself.',
      remedy: 'Somebody else looks at it; to change your mind, conclude anew.',
    }
  }
  if (!reading.opinions.some((one) => one.personId === person)) return null
  return {
    field: '',
    rule: 'opinion.given-already',
    message: 'You have said what you think of this reading.',
    remedy: 'To say something else, conclude the terms yourself.',
  }
}
