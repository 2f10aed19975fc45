import { record } from '#lib/audit/record.ts'
import { addHubModel, renameHubModel } from '#lib/catalogue/commands/hub-models.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { HubModel } from '../hub-client.ts'
import { readState } from '../queries/state-shape.ts'
import type { RepositoryState } from '../repository-state.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

/** A repository we have a row for, with its newest observation. */
export interface KnownRepository {
  id: string
  modelId: string
  hubObjectId: string | null
  name: string
  sourceId: string | null
  last: { id: string; state: RepositoryState; since: Date } | null
}

/** Every repository of the hub that we know, with what was last seen of it. */
export async function listKnownRepositories(db: Queryable): Promise<KnownRepository[]> {
  const rows = await db.repository.findMany({
    where: { hub: 'hf' },
    include: { state: { include: { observation: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    modelId: row.modelId,
    hubObjectId: row.hubObjectId,
    name: row.state?.name ?? '',
    sourceId: row.state?.sourceId ?? null,
    last: row.state
      ? { id: row.state.observationId, state: readState(row.state.observation.state), since: row.state.since }
      : null,
  }))
}

/**
 * Finds or makes the row a listed repository belongs to: by the hub's own id; else, for a model known only by name, that
 * model; else a new one. A name that now carries another id is another repository, registered anew.
 */
export async function placeRepository(
  ctx: UpstreamCtx,
  known: readonly KnownRepository[],
  model: HubModel,
  look: { isBaseline: boolean },
): Promise<{ repository: KnownRepository; isReRegistered: boolean }> {
  const byId =
    model.hubObjectId === null ? undefined : known.find((repository) => repository.hubObjectId === model.hubObjectId)
  const byName = known.find((repository) => repository.name === model.name)
  const sameName =
    byName !== undefined && (model.hubObjectId === null || byName.hubObjectId === null) ? byName : undefined
  const existing = byId ?? sameName
  // Also where a look was killed after it had made the row: the first observation is what tells.
  const isReRegistered =
    (existing?.last ?? null) === null &&
    known.some(({ id, name, hubObjectId }) => name === model.name && hubObjectId !== null && id !== existing?.id)
  if (existing) {
    if (existing.name !== '' && existing.name !== model.name) await renameHubModel(ctx, existing.modelId, model.name)
    return { repository: existing, isReRegistered }
  }
  const repository = await ctx.transaction(async (tx) => {
    const modelId = await addHubModel(
      tx,
      { name: model.name, isNewHolder: isReRegistered, isSinceNow: !look.isBaseline },
      ctx.clock.now(),
    )
    const row = await tx.repository.create({
      data: { modelId, hub: 'hf', hubObjectId: model.hubObjectId, createdAt: ctx.clock.now() },
    })
    await record(tx, ctx, {
      action: 'repository.added',
      object: { kind: 'repository', id: row.id },
      modelRef: model.name,
      after: { hubObjectId: model.hubObjectId },
    })
    return row
  })
  return {
    repository: {
      id: repository.id,
      modelId: repository.modelId,
      hubObjectId: repository.hubObjectId,
      name: model.name,
      sourceId: null,
      last: null,
    },
    isReRegistered,
  }
}
