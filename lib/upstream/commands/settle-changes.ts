import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/db/client.ts'
import type { ChangeKind } from '../change.ts'
import { settle } from '../settle.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

const HIDING: ChangeKind[] = ['withheld', 'disabled', 'emptied']

const SUSPECTED = {
  statuses: {
    some: { status: 'suspected' as const },
    none: { status: { in: ['confirmed' as const, 'cleared' as const] } },
  },
}

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

/** Clears what was only suspected to hide a repository that is seen again. Answers whether there was any. */
export async function clearHidingSuspicions(
  tx: Tx,
  ctx: UpstreamCtx,
  repositoryId: string,
  observationId: string,
): Promise<boolean> {
  const suspected = await tx.change.findMany({ where: { repositoryId, kind: { in: HIDING }, ...SUSPECTED } })
  for (const change of suspected) await note(tx, ctx, change.id, 'cleared', ctx.clock.now(), observationId)
  return suspected.length > 0
}

/** Confirms or clears what a second look settles. Only repositories this look has seen count. */
export async function settleChanges(
  ctx: UpstreamCtx,
  look: { id: string; sourceId: string; startedAt: Date },
  confirmAfterSeconds: number,
): Promise<number> {
  return ctx.transaction(async (tx) => {
    const states = await tx.repositoryState.findMany({ where: { sourceId: look.sourceId, lastSeenLookId: look.id } })
    const newest = new Map(states.map((state) => [state.repositoryId, state]))
    const suspected = await tx.change.findMany({ where: { repositoryId: { in: [...newest.keys()] }, ...SUSPECTED } })
    let settled = 0
    for (const change of suspected) {
      const state = newest.get(change.repositoryId ?? '')
      const stillStands =
        state?.observationId === change.afterObsId || (state !== undefined && standsStill(change.kind, state.state))
      const status = settle({ suspectedAt: change.observedAt, stillStands }, look.startedAt, confirmAfterSeconds)
      if (status === null) continue
      await note(tx, ctx, change.id, status, look.startedAt, state?.observationId ?? null)
      await tx.touched.create({ data: { kind: 'model', id: change.modelId, at: ctx.clock.now() } })
      settled++
    }
    return settled
  })
}

/** Whether a repository that has been observed anew since is still in the state the change spoke of. */
function standsStill(kind: ChangeKind, state: string): boolean {
  return kind === state
}
