import { addHubModel } from '#lib/catalogue/commands/hub-models.ts'
import { projectModels } from '#lib/catalogue/commands/project-models.ts'
import type { Tx } from '#lib/db/client.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'
import { textShasOf } from '../agreement.ts'
import { HubError, type HubErrorKind, type HubModel } from '../hub-client.ts'
import { isSeen, stateOf } from '../repository-state.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import { type RepositoryReading, readRepository } from './read-repository.ts'
import { keepFiles, recordSeenRevision } from './record-revision.ts'

/** What the hub said about a name and a revision somebody named. */
export type RevisionAnswer =
  | { answer: 'confirmed'; model: HubModel; reading: RepositoryReading; at: Date }
  | { answer: 'no-such-revision' }
  /** No repository answers under that name: gone, private, or never there. An anonymous answer cannot tell. */
  | { answer: 'no-such-repository' }
  | { answer: 'not-asked'; because: HubErrorKind }

const GONE: ReadonlySet<HubErrorKind> = new Set(['withheld', 'not_found', 'disabled'])

/** Asks the hub whether a revision exists, and reads what governs it. Touches no database rows. */
export async function askForRevision(ctx: UpstreamCtx, name: string, revision: string): Promise<RevisionAnswer> {
  try {
    const answer = await ctx.hub.getRevision(name, revision)
    if (answer.notModified || answer.value.commit === null || answer.value.isDisabled || answer.value.isPrivate) {
      return { answer: 'not-asked', because: 'wrong_shape' }
    }
    const reading = await readRepository(ctx, answer.value.name, answer.value.commit)
    return { answer: 'confirmed', model: answer.value, reading, at: answer.evidence.at }
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    if (error.kind === 'revision_not_found') return { answer: 'no-such-revision' }
    return GONE.has(error.kind) ? { answer: 'no-such-repository' } : { answer: 'not-asked', because: error.kind }
  }
}

/** Puts a confirmed revision on record with its texts and what governs it; answers its row and the model it belongs to. */
export async function recordConfirmedRevision(
  tx: Tx,
  confirmed: RevisionAnswer & { answer: 'confirmed' },
  knownModelId: string | null,
  now: Date,
): Promise<{ revisionId: string; modelId: string }> {
  const { model, reading, at } = confirmed
  const modelId =
    knownModelId ?? (await addHubModel(tx, { name: model.name, isNewHolder: false, isSinceNow: false }, now))
  await keepFiles(tx, reading.fetched, now)
  const state = stateOf(model, reading.files)
  if (!isSeen(state)) throw new Error(`${model.name} answered for a revision while it was hidden.`)
  const identifications = await listIdentifications(tx, textShasOf(state))
  const revisionId = await recordSeenRevision(
    tx,
    { modelId, repositoryId: null, state, identifications, seenAt: at },
    now,
  )
  if (revisionId === null) throw new Error(`${model.name} answered for a revision without naming its commit.`)
  if (knownModelId === null) await projectModels(tx, [modelId], new Map(), now)
  return { revisionId, modelId }
}
