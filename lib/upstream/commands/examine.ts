import { renameHubModel } from '#lib/catalogue/commands/hub-models.ts'
import { HubError, type HubEvidence, type HubModel } from '../hub-client.ts'
import { isSeen, type RepositoryState, type SeenState, stateHash, stateOf } from '../repository-state.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import { findPlannedChanges } from './find-changes.ts'
import { type KnownRepository, listKnownRepositories, placeRepository } from './known-repositories.ts'
import type { LookLedger } from './look-ledger.ts'
import type { Listed } from './read-list.ts'
import { type RepositoryReading, readRepository } from './read-repository.ts'
import { saveObservation } from './save-observation.ts'

export interface RunningLook {
  id: string
  sourceId: string
  startedAt: Date
  isBaseline: boolean
}

/** Looks at every repository the list names: what differs from the last observation is read, judged and saved, one by one. */
export async function examineListed(
  ctx: UpstreamCtx,
  look: RunningLook,
  list: Listed[],
  ledger: LookLedger,
): Promise<void> {
  const known = await listKnownRepositories(ctx.db)
  const unchanged: string[] = []
  let done = 0
  for (const { model, evidence } of list) {
    if (ledger.isBroken) break
    try {
      const place = await placeRepository(ctx, known, model, look)
      const isNew = await examine(ctx, look, { model, evidence }, place, ledger)
      if (!isNew) unchanged.push(place.repository.id)
      ledger.see(place.repository.id)
    } catch (error) {
      if (!(error instanceof HubError)) throw error
      await ledger.fail(model.name, error)
    }
    await ledger.progress('reading', ++done, list.length)
  }
  await ctx.db.repositoryState.updateMany({
    where: { repositoryId: { in: unchanged } },
    data: { lastSeenLookId: look.id, lastSeenAt: ctx.clock.now() },
  })
}

/** Asks for each repository of the source that the list no longer names: moved, withheld, disabled, or only filtered away. */
export async function examineMissing(
  ctx: UpstreamCtx,
  look: RunningLook,
  list: Listed[],
  ledger: LookLedger,
): Promise<void> {
  const known = await listKnownRepositories(ctx.db)
  const listed = new Set(list.flatMap(({ model }) => (model.hubObjectId === null ? [] : [model.hubObjectId])))
  const names = new Set(list.map(({ model }) => model.name))
  const missing = known.filter(
    (repository) => repository.sourceId === look.sourceId && !isListed(repository, listed, names),
  )
  let done = 0
  for (const repository of missing) {
    if (ledger.isBroken) return
    try {
      await examineOneMissing(ctx, look, repository, ledger)
    } catch (error) {
      if (!(error instanceof HubError)) throw error
      await ledger.fail(repository.name, error)
    }
    await ledger.progress('missing', ++done, missing.length)
  }
}

function isListed(repository: KnownRepository, ids: Set<string>, names: Set<string>): boolean {
  return repository.hubObjectId === null ? names.has(repository.name) : ids.has(repository.hubObjectId)
}

async function examineOneMissing(
  ctx: UpstreamCtx,
  look: RunningLook,
  repository: KnownRepository,
  ledger: LookLedger,
): Promise<void> {
  const answer = await askFor(ctx, repository)
  ledger.totals.requests += answer.evidence.requests
  const isOurs =
    answer.model !== null && (repository.hubObjectId === null || answer.model.hubObjectId === repository.hubObjectId)
  if (answer.model !== null && isOurs) {
    if (answer.model.name !== repository.name) await renameHubModel(ctx, repository.modelId, answer.model.name)
    const isNew = await examine(
      ctx,
      look,
      { model: answer.model, evidence: answer.evidence },
      { repository, isReRegistered: false },
      ledger,
    )
    if (!isNew) await markSeen(ctx, look, repository.id)
  } else {
    // Another id under the name: where ours went cannot be told.
    const access = answer.access ?? 'withheld'
    await saveIfNew(ctx, look, repository, { access, name: repository.name }, answer.evidence, null, ledger)
  }
  ledger.see(repository.id)
}

async function markSeen(ctx: UpstreamCtx, look: RunningLook, repositoryId: string): Promise<void> {
  await ctx.db.repositoryState.update({
    where: { repositoryId },
    data: { lastSeenLookId: look.id, lastSeenAt: ctx.clock.now() },
  })
}

interface Answer {
  model: HubModel | null
  access: 'withheld' | 'disabled' | null
  evidence: HubEvidence
}

async function askFor(ctx: UpstreamCtx, repository: KnownRepository): Promise<Answer> {
  try {
    const answer = await ctx.hub.getModel(repository.name)
    if (answer.notModified)
      throw new HubError('unexpected_status', 'The hub answered 304 to an unconditional request.', {
        url: answer.evidence.url,
      })
    return { model: answer.value, access: null, evidence: answer.evidence }
  } catch (error) {
    if (!(error instanceof HubError) || !['withheld', 'not_found', 'disabled'].includes(error.kind)) throw error
    const evidence = {
      url: error.url,
      status: error.status ?? 0,
      at: ctx.clock.now(),
      etag: null,
      bodySha256: null,
      requestId: null,
      requests: error.requests,
    }
    return { model: null, access: error.kind === 'disabled' ? 'disabled' : 'withheld', evidence }
  }
}

/** Saves an observation if the repository differs from the last one. Answers whether it did. */
async function examine(
  ctx: UpstreamCtx,
  look: RunningLook,
  listed: Listed,
  place: { repository: KnownRepository; isReRegistered: boolean },
  ledger: LookLedger,
): Promise<boolean> {
  const { model, evidence } = listed
  const before = place.repository.last?.state ?? null
  const keptFiles = before !== null && canKeepFiles(before, model) ? before.files : null
  const fromList = stateOf(model, keptFiles)
  if (!isSeen(fromList) || keptFiles !== null || fromList.commit === null) {
    return saveIfNew(ctx, look, place.repository, fromList, evidence, null, ledger, place.isReRegistered)
  }
  const reading = await readRepository(ctx, model.name, fromList.commit)
  ledger.totals.requests += reading.requests
  ledger.totals.read++
  return saveIfNew(
    ctx,
    look,
    place.repository,
    { ...fromList, files: reading.files },
    evidence,
    reading,
    ledger,
    place.isReRegistered,
  )
}

/** Files of the same commit are the same files, unless a gate kept some from being read and is gone now. */
function canKeepFiles(before: RepositoryState, model: HubModel): before is SeenState {
  if (!isSeen(before) || before.commit !== model.commit) return false
  const isUnread = before.files?.licences.some((file) => file.sha256 === null) ?? false
  return !(isUnread && before.access !== 'open' && model.gated === false)
}

async function saveIfNew(
  ctx: UpstreamCtx,
  look: RunningLook,
  repository: KnownRepository,
  state: RepositoryState,
  evidence: HubEvidence,
  reading: RepositoryReading | null,
  ledger: LookLedger,
  isReRegistered = false,
): Promise<boolean> {
  const last = repository.last
  if (last !== null && stateHash(last.state) === stateHash(state)) {
    if (!isSeen(state)) await markSeen(ctx, look, repository.id)
    return false
  }
  const found = await findPlannedChanges(ctx, look, {
    repository,
    after: state,
    reading,
    isReRegistered,
  })
  ledger.totals.requests += found.requests
  ledger.totals.changes += await saveObservation(ctx, {
    lookId: look.id,
    sourceId: look.sourceId,
    repository,
    previous: last,
    state,
    evidence,
    fetched: reading?.fetched ?? [],
    identifications: found.identifications,
    changes: found.changes,
  })
  return true
}
