import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { judgeDeployments, openBench } from './judge.ts'

const TOUCHED_AT_ONCE = 500
const JUDGED_AT_ONCE = 200

/**
 * Judges every deployment that something touched since it was last judged. One drain at a time; a killed one is taken up by
 * the next, since what was touched is only removed once the judging it led to is saved.
 */
export async function drainTouched(ctx: Ctx): Promise<{ judged: number }> {
  const release = await ctx.tryLock('judge')
  if (release === null) return { judged: 0 }
  try {
    let judged = 0
    for (;;) {
      const batch = await ctx.db.touched.findMany({ orderBy: { seq: 'asc' }, take: TOUCHED_AT_ONCE })
      if (batch.length === 0) return { judged }
      judged += await judgeAll(ctx, await touchedDeployments(ctx, batch), becauseOf(batch))
      await ctx.db.touched.deleteMany({ where: { seq: { in: batch.map((row) => row.seq) } } })
    }
  } finally {
    await release()
  }
}

function becauseOf(batch: readonly { kind: string }[]): string {
  if (batch.some((row) => row.kind === 'rules')) return 'rules'
  return batch.every((row) => row.kind === 'text') ? 'reading' : 'upstream'
}

async function touchedDeployments(ctx: Ctx, batch: { kind: string; id: string }[]): Promise<string[]> {
  const ids = (kind: string) => batch.filter((row) => row.kind === kind).map((row) => row.id)
  // Rules and catalogues speak about every deployment.
  const isAll = batch.some((row) => row.kind === 'rules' || row.kind === 'catalogue')
  const rows = await ctx.db.deploymentCurrent.findMany({
    where: isAll
      ? { isRetired: false }
      : {
          isRetired: false,
          OR: [
            { modelId: { in: ids('model') } },
            { deploymentId: { in: ids('deployment') } },
            { deployment: { versions: { some: { pinnedTextSha: { in: ids('text') } } } } },
          ],
        },
    select: { deploymentId: true },
    orderBy: { deploymentId: 'asc' },
  })
  return rows.map((row) => row.deploymentId)
}

async function judgeAll(ctx: Ctx, ids: string[], because: string): Promise<number> {
  if (ids.length === 0) return 0
  const bench = await openBench(ctx.db)
  for (let at = 0; at < ids.length; at += JUDGED_AT_ONCE) {
    const chunk = ids.slice(at, at + JUDGED_AT_ONCE)
    await ctx.transaction(async (tx) => {
      await lockDeployments(tx, chunk)
      await judgeDeployments(tx, ctx, bench, chunk, because)
    })
  }
  return ids.length
}

/** Keeps an edit and a judgement of one deployment apart: whoever comes second sees what the first wrote. */
export async function lockDeployments(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select id from deployments where id = any(${[...ids]}::uuid[]) order by id for update`
}
