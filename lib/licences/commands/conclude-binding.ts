import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { notFound } from '#lib/shared/failure.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { isLicenceId } from '../aliases.ts'
import { governingBinding } from '../binding-periods.ts'
import type { ConcludedBinding, ConcludedBindingInput } from '../concluded-binding.ts'
import { listIdentifications } from '../queries/texts.ts'

/**
 * Puts on record which text and licence govern a revision in a person's judgement. What the card declares and what the text was
 * identified as stay beside it; deployments of that model are judged again and keep the text they pinned.
 */
export async function concludeBinding(ctx: Ctx, input: ConcludedBindingInput): Promise<Outcome<ConcludedBinding>> {
  authorise(ctx.actor, 'licence:conclude')
  return ctx.transaction(async (tx) => {
    // Sent twice at once, a conclusion is still put on record once.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`conclude ${input.revisionId}`}, 0))`
    const revision = await tx.revision.findUnique({
      where: { id: input.revisionId },
      include: { bindings: true, model: { select: { current: { select: { name: true } } } } },
    })
    if (!revision) throw notFound('This revision')
    const named = await nameLicence(tx, input)
    if (!named.ok) return named
    const { textSha, reason } = input
    const licenceId = named.value
    const newest = governingBinding(revision.bindings.filter((binding) => binding.basis === 'concluded'))
    const isSame = newest !== null && newest.textSha === textSha && newest.licenceId === licenceId
    if (isSame && newest.reason === reason) return ok({ id: newest.id, isNew: false, textSha, licenceId })
    const now = ctx.clock.now()
    const { id } = await tx.binding.create({
      data: {
        revisionId: revision.id,
        basis: 'concluded',
        textSha,
        licenceId,
        reason,
        recordedBy: ctx.actor.id ?? '',
        recordedByName: ctx.actor.name,
        validFrom: revision.committedAt ?? revision.recordedAt,
        recordedAt: now,
      },
    })
    await record(tx, ctx, {
      action: 'binding.concluded',
      object: { kind: 'binding', id },
      modelRef: `${revision.model.current?.name ?? revision.modelId}@${revision.value}`,
      before: newest === null ? null : { textSha: newest.textSha, licenceId: newest.licenceId, reason: newest.reason },
      after: { revisionId: revision.id, textSha, licenceId, reason },
    })
    await tx.touched.create({ data: { kind: 'model', id: revision.modelId, at: now } })
    await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
    return ok({ id, isNew: true, textSha, licenceId })
  })
}

/** The licence that is concluded: the one given, else what the text surely is. */
async function nameLicence(tx: Tx, { textSha, licenceId }: ConcludedBindingInput): Promise<Outcome<string | null>> {
  const refusals: Refusal[] = []
  if (licenceId !== null && !isLicenceId(licenceId)) refusals.push(unknownLicence(licenceId))
  const text = textSha === null ? null : await tx.licenceText.findUnique({ where: { sha256: textSha } })
  if (textSha !== null && text === null) refusals.push(unknownText(textSha))
  if (refusals.length > 0) return refused(...refusals)
  if (licenceId !== null || textSha === null) return ok(licenceId)
  const found = (await listIdentifications(tx, [textSha])).get(textSha)
  return ok(found?.verdict === 'MATCH' ? found.licenceId : null)
}

function unknownLicence(id: string): Refusal {
  return {
    field: '/licenceId',
    rule: 'licence.unknown',
    message: `${id} is no licence that is known here.`,
    remedy: 'Give an SPDX id such as Apache-2.0, or the LicenseRef- id of a licence on the licences page.',
  }
}

function unknownText(sha256: string): Refusal {
  return {
    field: '/textSha',
    rule: 'text.not-held',
    message: `No text with the SHA-256 ${sha256.slice(0, 12)}… is held.`,
    remedy: 'Bring the text first, as a file, as words or by its address.',
  }
}
