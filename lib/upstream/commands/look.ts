import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/db/client.ts'
import { newId } from '#lib/db/new-id.ts'
import { notFound } from '#lib/shared/failure.ts'
import { HubError } from '../hub-client.ts'
import { lookLock } from '../look-work.ts'
import { findLookSummary, type LookSummary, newestLookId } from '../queries/looks.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import { examineListed, examineMissing } from './examine.ts'
import { LookLedger } from './look-ledger.ts'
import { readList } from './read-list.ts'
import { settleChanges } from './settle-changes.ts'
import { askConfiguredHub } from './sources.ts'

export interface LookRequest {
  sourceId: string
  trigger: 'schedule' | 'person' | 'command' | 'api'
  startedBy: string
}

const JOIN_POLL_MS = 500

/**
 * Looks at a source once: lists it, reads what moved, puts observations and changes on record, settles what waited for a second
 * look. A look that is already running is joined, never doubled; one that was killed is ended as interrupted by the next, which
 * goes on from what was saved. Until the first complete look nothing is a change.
 */
export async function lookAtSource(ctx: UpstreamCtx, request: LookRequest): Promise<LookSummary> {
  const askedAt = ctx.clock.now()
  for (;;) {
    const release = await ctx.tryLock(lookLock(request.sourceId))
    if (release !== null) return runLook(ctx, request).finally(release)
    const joined = await joinRunningLook(ctx, request.sourceId)
    // Null: the look died. Ended before we asked: the lock was only tried by somebody else who was waiting.
    if (joined !== null && joined.endedAt >= askedAt) return joined
  }
}

/** Waits until no look runs and tells how the newest ended; null where it ended without a result. */
async function joinRunningLook(ctx: UpstreamCtx, sourceId: string): Promise<LookSummary | null> {
  for (;;) {
    const release = await ctx.tryLock(lookLock(sourceId))
    if (release !== null) {
      await release()
      const lookId = await newestLookId(ctx.db, sourceId)
      const summary = lookId === null ? null : await findLookSummary(ctx.db, lookId)
      return summary === null ? null : { ...summary, isJoined: true }
    }
    await new Promise((resolve) => setTimeout(resolve, JOIN_POLL_MS))
  }
}

async function runLook(ctx: UpstreamCtx, request: LookRequest): Promise<LookSummary> {
  const source = await ctx.db.source.findUnique({ where: { id: request.sourceId } })
  if (!source) throw notFound('This source')
  // What another hub answers says nothing about this one: every difference would look like a change.
  askConfiguredHub(ctx, source)
  const look = await beginLook(ctx, request)
  const ledger = new LookLedger(ctx, look.id)
  const isBaseline = source.baselineLookId === null
  try {
    const list = await readList(ctx, source.owner, ledger)
    await examineListed(ctx, { ...look, sourceId: source.id, isBaseline }, list, ledger)
    if (!ledger.isBroken) await examineMissing(ctx, { ...look, sourceId: source.id, isBaseline }, list, ledger)
    await settleChanges(ctx, { ...look, sourceId: source.id }, source.confirmAfterSeconds)
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    await ledger.note(source.owner, error)
    ledger.break(error)
  }
  await endLook(ctx, look.id, source.id, ledger, isBaseline)
  const summary = await findLookSummary(ctx.db, look.id)
  if (summary === null) throw new Error(`The look ${look.id} left no summary.`)
  return summary
}

async function beginLook(ctx: UpstreamCtx, request: LookRequest): Promise<{ id: string; startedAt: Date }> {
  const startedAt = ctx.clock.now()
  const id = newId(startedAt.getTime())
  await ctx.transaction(async (tx) => {
    await endInterruptedLooks(tx, request.sourceId, startedAt)
    await tx.look.create({
      data: { id, sourceId: request.sourceId, startedAt, trigger: request.trigger, startedBy: request.startedBy },
    })
    await tx.lookProgress.create({ data: { lookId: id, phase: 'listing', done: 0, total: null, updatedAt: startedAt } })
  })
  return { id, startedAt }
}

/** The lock is ours, so a look without an end has lost its process. What it saved stands. */
async function endInterruptedLooks(tx: Tx, sourceId: string, now: Date): Promise<void> {
  const open = await tx.look.findMany({
    where: { sourceId, end: null },
    include: { _count: { select: { observations: true } } },
  })
  for (const look of open) {
    const changes = await tx.change.count({ where: { after: { lookId: look.id } } })
    await tx.lookEnd.create({
      data: {
        lookId: look.id,
        endedAt: now,
        outcome: 'interrupted',
        message: 'The process ended during the look.',
        requests: 0,
        pages: 0,
        listed: 0,
        read: look._count.observations,
        changes,
      },
    })
    await tx.lookProgress.deleteMany({ where: { lookId: look.id } })
  }
}

async function endLook(
  ctx: UpstreamCtx,
  lookId: string,
  sourceId: string,
  ledger: LookLedger,
  isBaseline: boolean,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const seenHash = ledger.isListed ? await ledger.keepSeenSet(tx) : null
    const outcome = ledger.outcome
    await tx.lookEnd.create({
      data: {
        lookId,
        endedAt: ctx.clock.now(),
        outcome,
        ...ledger.totals,
        reason: ledger.reason,
        message: ledger.message,
        seenHash,
      },
    })
    await tx.lookProgress.deleteMany({ where: { lookId } })
    if (isBaseline && outcome === 'complete') {
      await tx.source.update({ where: { id: sourceId }, data: { baselineLookId: lookId } })
      await record(tx, ctx, {
        action: 'source.baseline_taken',
        object: { kind: 'source', id: sourceId },
        after: { lookId, repositories: ledger.totals.listed },
      })
    }
    await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
  })
}
