import { isSetUp } from '#lib/auth/commands/set-up.ts'
import { listDueSources } from '#lib/upstream/queries/due-sources.ts'
import type { AppCtx } from '#lib/wiring.ts'

/**
 * Queues a look at every source that is due, once set-up is finished, and one round of judging, for what a killed process
 * touched and could no longer announce. What waits already is not queued twice. A worker that starts is `isResuming`: it
 * also takes up looks that a killed process left without an end.
 */
export async function queueDueWork(ctx: AppCtx, options: { isResuming?: boolean } = {}): Promise<{ looks: number }> {
  if (!(await isSetUp(ctx.db))) return { looks: 0 }
  const sources = await listDueSources(ctx.db, ctx.clock.now(), options)
  // A source of a hub that is no longer the configured one cannot be looked at; its page shows it as stale.
  const due = sources.filter((source) => source.endpoint === ctx.hubEndpoint)
  await ctx.transaction(async (tx) => {
    for (const { id } of due) {
      const data = { sourceId: id, trigger: 'schedule', startedBy: ctx.actor.name }
      await ctx.enqueue(tx, { queue: 'look', data, key: id })
    }
    await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
  })
  return { looks: due.length }
}
