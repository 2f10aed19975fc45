import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/db/client.ts'
import { readState } from '../queries/state-shape.ts'
import { OPEN_SUSPICION } from '../queries/suspicions.ts'
import type { RepositoryState } from '../repository-state.ts'
import { settle, stillHolds } from '../settle.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

async function note(
  tx: Tx,
  ctx: UpstreamCtx,
  changeId: string,
  status: 'confirmed' | 'cleared',
  at: Date,
  observationId: string | null,
): Promise<void> {
  await tx.changeStatus.create({ data: { changeId, status, at, observationId } })
  await record(tx, ctx, { action: 'change.settled', object: { kind: 'change', id: changeId }, after: { status } })
}

/** Clears what was only suspected of a repository and is over, as its new observation shows. */
export async function clearPassedSuspicions(
  tx: Tx,
  ctx: UpstreamCtx,
  repositoryId: string,
  observation: { id: string; state: RepositoryState },
): Promise<void> {
  const suspected = await tx.change.findMany({ where: { repositoryId, ...OPEN_SUSPICION } })
  for (const change of suspected) {
    if (stillHolds(change.kind, observation.state) !== false) continue
    await note(tx, ctx, change.id, 'cleared', ctx.clock.now(), observation.id)
  }
}

/** Confirms or clears what a second look settles. Only repositories this look has seen count. */
export async function settleChanges(
  ctx: UpstreamCtx,
  look: { id: string; sourceId: string; startedAt: Date },
  confirmAfterSeconds: number,
): Promise<number> {
  return ctx.transaction(async (tx) => {
    const states = await tx.repositoryState.findMany({
      where: { sourceId: look.sourceId, lastSeenLookId: look.id },
      select: { repositoryId: true, observationId: true },
    })
    const newestOf = new Map(states.map((state) => [state.repositoryId, state.observationId]))
    const suspected = await tx.change.findMany({
      where: { repositoryId: { in: [...newestOf.keys()] }, ...OPEN_SUSPICION },
    })
    let settled = 0
    for (const change of suspected) {
      const newest = await tx.observation.findUniqueOrThrow({
        where: { id: newestOf.get(change.repositoryId ?? '') ?? '' },
      })
      const suspicion = { suspectedAt: change.observedAt, stillHolds: stillHolds(change.kind, readState(newest.state)) }
      const status = settle(suspicion, look.startedAt, confirmAfterSeconds)
      if (status === null) continue
      await note(tx, ctx, change.id, status, look.startedAt, newest.id)
      await tx.touched.create({ data: { kind: 'model', id: change.modelId, at: ctx.clock.now() } })
      settled++
    }
    return settled
  })
}
