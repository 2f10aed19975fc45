import { record } from '#lib/audit/record.ts'
import { authorise } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import { Failure, notFound } from '#lib/shared/failure.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

const HUB_ORGANISATION = 'hf_organisation'

/** The source for one organisation on the configured hub, made when it is missing. */
export async function ensureHubSource(
  ctx: UpstreamCtx,
  owner: string,
): Promise<{ id: string; owner: string; endpoint: string }> {
  const key = { kind: HUB_ORGANISATION, endpoint: ctx.hubEndpoint, owner }
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('sources', 0))`
    const existing = await tx.source.findUnique({ where: { kind_endpoint_owner: key } })
    if (existing) return existing
    const source = await tx.source.create({
      data: { ...key, intervalSeconds: ctx.lookIntervalSeconds, createdAt: ctx.clock.now() },
    })
    await record(tx, ctx, { action: 'source.added', object: { kind: 'source', id: source.id }, after: key })
    return source
  })
}

export interface SourceChange {
  intervalSeconds?: number | undefined
  confirmAfterSeconds?: number | undefined
  isPaused?: boolean | undefined
}

/** Changes how often a source is looked at, how long a doubtful change waits, and whether it is watched at all. */
export async function changeSource(ctx: Ctx, id: string, change: SourceChange): Promise<void> {
  authorise(ctx.actor, 'source:manage')
  await ctx.transaction(async (tx) => {
    const before = await tx.source.findUnique({ where: { id } })
    if (!before) throw notFound('This source')
    const pausedAt =
      change.isPaused === undefined ? before.pausedAt : change.isPaused ? (before.pausedAt ?? ctx.clock.now()) : null
    const after = {
      intervalSeconds: change.intervalSeconds ?? before.intervalSeconds,
      confirmAfterSeconds: change.confirmAfterSeconds ?? before.confirmAfterSeconds,
    }
    const isSame =
      after.intervalSeconds === before.intervalSeconds &&
      after.confirmAfterSeconds === before.confirmAfterSeconds &&
      (pausedAt === null) === (before.pausedAt === null)
    if (isSame) return
    await tx.source.update({ where: { id }, data: { ...after, pausedAt } })
    await record(tx, ctx, {
      action: 'source.changed',
      object: { kind: 'source', id },
      before: {
        intervalSeconds: before.intervalSeconds,
        confirmAfterSeconds: before.confirmAfterSeconds,
        isPaused: before.pausedAt !== null,
      },
      after: { ...after, isPaused: pausedAt !== null },
    })
  })
}

/** Throws `unavailable` for a source of another hub: what this one answers says nothing about it. */
export function askConfiguredHub(
  ctx: Pick<UpstreamCtx, 'hubEndpoint'>,
  source: { owner: string; endpoint: string },
): void {
  if (source.endpoint === ctx.hubEndpoint) return
  throw new Failure(
    'unavailable',
    `${source.owner} is watched at ${source.endpoint}, and HF_ENDPOINT names ${ctx.hubEndpoint}.`,
  )
}

/** Asks the background to look at a source now and answers when it was asked; one waiting request per source is enough. */
export async function requestLook(ctx: Ctx & Pick<UpstreamCtx, 'hubEndpoint'>, id: string): Promise<Date> {
  authorise(ctx.actor, 'upstream:look')
  const requestedAt = ctx.clock.now()
  await ctx.transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id } })
    if (!source) throw notFound('This source')
    askConfiguredHub(ctx, source)
    await record(tx, ctx, { action: 'source.look_requested', object: { kind: 'source', id } })
    await ctx.enqueue(tx, {
      queue: 'look',
      data: { sourceId: id, trigger: ctx.actor.kind === 'token' ? 'api' : 'person', startedBy: ctx.actor.name },
      key: id,
    })
  })
  return requestedAt
}
