import { findModelByName, type NamedModel } from '#lib/catalogue/queries/models.ts'
import type { Tx } from '#lib/db/client.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import {
  askForRevision,
  type RevisionAnswer,
  recordConfirmedRevision,
} from '#lib/upstream/commands/confirm-revision.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { modelFitRefusals } from '../model-fit.ts'
import { revisionRequest } from '../revision-input.ts'
import type { DeploymentInput } from '../schema.ts'

/** What is going to be pinned, found out before any row is written. */
export interface Pin {
  model: NamedModel | null
  /** A revision that is on record already. */
  revisionId: string | null
  /** A revision the hub has just confirmed. */
  confirmed: (RevisionAnswer & { answer: 'confirmed' }) | null
  /** A revision that is taken on the word of whoever registers. */
  asserted: { kind: 'commit' | 'provider_snapshot' | 'digest'; value: string } | null
  unknownBecause: string | null
}

type Request = Pick<DeploymentInput, 'model' | 'revision' | 'accessChannel'>

const NO_PIN = { revisionId: null, confirmed: null, asserted: null, unknownBecause: null }

/** Finds the model and the exact revision that somebody names, asking the hub where we have not seen it. */
export async function findPin(ctx: UpstreamCtx, input: Request): Promise<Outcome<Pin>> {
  const model = await findModelByName(ctx.db, input.model)
  if (model) {
    const misfits = modelFitRefusals(input, model.kind)
    if (misfits.length > 0) return refused(...misfits)
  }
  const request = revisionRequest(input.revision)
  if (request.kind !== 'commit') {
    if (!model) return findUnlisted(ctx, input.model, request)
    return ok({
      ...NO_PIN,
      model,
      ...(request.kind === 'unknown' ? { unknownBecause: request.reason } : { asserted: request }),
    })
  }
  if (model && request.isResolved) {
    const known = await ctx.db.revision.findFirst({
      where: { modelId: model.id, kind: 'commit', value: request.value, knowledge: 'observed' },
    })
    if (known) return ok({ ...NO_PIN, model, revisionId: known.id })
  }
  return answered(model, input.model, request, await askForRevision(ctx, model?.hubName ?? input.model, request.value))
}

/** A model no source of ours lists: the hub must know it, or nobody does. */
async function findUnlisted(
  ctx: UpstreamCtx,
  name: string,
  request: { kind: 'provider_snapshot' | 'digest'; value: string } | { kind: 'unknown'; reason: string },
): Promise<Outcome<Pin>> {
  const answer = name.includes('/')
    ? await askForRevision(ctx, name, 'main')
    : { answer: 'no-such-repository' as const }
  if (answer.answer !== 'confirmed') return refused(unknownModel(name, answer))
  return ok({
    ...NO_PIN,
    model: null,
    confirmed: answer,
    ...(request.kind === 'unknown' ? { unknownBecause: request.reason } : { asserted: request }),
  })
}

function answered(
  model: NamedModel | null,
  name: string,
  request: { value: string; isResolved: boolean },
  answer: RevisionAnswer,
): Outcome<Pin> {
  if (answer.answer === 'confirmed') return ok({ ...NO_PIN, model, confirmed: answer })
  if (answer.answer === 'no-such-revision') return refused(deniedRevision(name, request.value))
  if (!model) return refused(unknownModel(name, answer))
  if (request.isResolved) return ok({ ...NO_PIN, model, asserted: { kind: 'commit', value: request.value } })
  return refused({
    field: '/revision/value',
    rule: 'revision.unresolved',
    message: `What ${request.value} points to could not be found out: ${answer.answer === 'not-asked' ? `the hub could not be asked (${answer.because})` : 'the repository does not answer any more'}.`,
    remedy: 'Give the 40 hex digits of the commit that runs; it is accepted as not confirmed.',
  })
}

function deniedRevision(name: string, value: string): Refusal {
  return {
    field: '/revision/value',
    rule: 'revision.unknown',
    message: `${name} has no revision ${value}: the hub denies it.`,
    remedy: 'Give a commit of this repository, or main to pin what it points to now.',
  }
}

function unknownModel(name: string, answer: RevisionAnswer): Refusal {
  const why =
    answer.answer === 'not-asked'
      ? `and the hub could not be asked (${answer.because})`
      : 'and no repository answers under that name'
  return {
    field: '/model',
    rule: 'model.unknown',
    message: `${name} is not in the catalogue, ${why}.`,
    remedy:
      'Check the spelling against the models page; names are case-sensitive. For a build of your own, register the model it was made from.',
  }
}

/** Puts what was found on record and answers the rows a version cites. */
export async function settlePin(
  tx: Tx,
  pin: Pin,
  now: Date,
): Promise<{ modelId: string; revisionId: string | null; bindingId: string | null; textSha: string | null }> {
  const confirmed =
    pin.confirmed === null ? null : await recordConfirmedRevision(tx, pin.confirmed, pin.model?.id ?? null, now)
  const modelId = confirmed?.modelId ?? pin.model?.id
  if (modelId === undefined) throw new Error('A pin without a model.')
  const revisionId =
    pin.revisionId ??
    (await assertedRevision(tx, modelId, pin, now)) ??
    (pin.unknownBecause === null ? (confirmed?.revisionId ?? null) : null)
  return { modelId, revisionId, ...(await governing(tx, revisionId)) }
}

async function assertedRevision(tx: Tx, modelId: string, pin: Pin, now: Date): Promise<string | null> {
  if (pin.asserted === null) return null
  const key = { modelId, ...pin.asserted, knowledge: 'asserted' as const }
  await tx.revision.createMany({ data: [{ ...key, recordedAt: now }], skipDuplicates: true })
  const row = await tx.revision.findUniqueOrThrow({ where: { modelId_kind_value_knowledge: key } })
  return row.id
}

/** What governs a revision as known now: the identified text before the declaration. */
async function governing(
  tx: Tx,
  revisionId: string | null,
): Promise<{ bindingId: string | null; textSha: string | null }> {
  if (revisionId === null) return { bindingId: null, textSha: null }
  const bindings = await tx.binding.findMany({
    where: { revisionId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  const newest = (basis: string) => bindings.find((binding) => binding.basis === basis)
  const binding = newest('concluded') ?? newest('identified') ?? newest('declared')
  return { bindingId: binding?.id ?? null, textSha: binding?.textSha ?? null }
}
