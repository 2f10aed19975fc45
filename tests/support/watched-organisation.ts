import { createHuggingFaceHub } from '#lib/adapters/huggingface/hub.ts'
import { createRateLimits } from '#lib/adapters/huggingface/rate-limits.ts'
import type { Db } from '#lib/db/client.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { changeSource, ensureHubSource } from '#lib/upstream/commands/sources.ts'
import type { LookSummary } from '#lib/upstream/queries/looks.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { authCtx, type TestClock } from './builders-auth.ts'
import type { FileInput } from './hub-double/repository.ts'
import { type HubDouble, startHubDouble } from './hub-double/server.ts'

const CONFIRM_AFTER_SECONDS = 3_600

/** One organisation on the double, watched by a source of its own, so that tests on one database do not see each other. */
export interface WatchedOrganisation {
  owner: string
  sourceId: string
  /** Publishes a repository with weights and, unless told otherwise, a licence. */
  publish(shortName: string, files?: Record<string, FileInput>, card?: Record<string, unknown> | null): string
  look(): Promise<LookSummary>
  /** Every change of the organisation so far as `kind status`: oldest first, those of one look in the order of the closed list. */
  changes(): Promise<string[]>
  /** Requests the double has answered for this organisation since the last call. */
  requests(): string[]
}

export interface LookStand {
  double: HubDouble
  /** The worker's context: it may do everything, asks the double and never waits for it. */
  ctx: UpstreamCtx
  organisation(): Promise<WatchedOrganisation>
}

/** A double of the hub, and as many watched organisations on it as tests ask for. */
export async function standForLooks(
  database: { url: string; db: Db },
  clock: TestClock,
  licence: string,
): Promise<LookStand> {
  const double = await startHubDouble({ now: () => clock.now() })
  const hub = createHuggingFaceHub({
    endpoint: double.url,
    clock,
    limits: createRateLimits(),
    sleep: async () => undefined,
    deadlineMs: 1_500,
    headersTimeoutMs: 1_000,
    maxJsonBytes: 500_000,
  })
  const ctx: UpstreamCtx = {
    ...authCtx(database, clock, { kind: 'automation', id: null, name: 'worker', role: 'administrator', teamIds: [] }),
    enqueue: async () => undefined,
    hub,
    hubEndpoint: double.url,
    lookIntervalSeconds: 3_600,
  }
  let made = 0
  return {
    double,
    ctx,
    async organisation() {
      const owner = `Org${++made}`
      const { id: sourceId } = await ensureHubSource(ctx, owner)
      await changeSource(ctx, sourceId, { confirmAfterSeconds: CONFIRM_AFTER_SECONDS })
      let read = double.requests.length
      return {
        owner,
        sourceId,
        publish(shortName, files = { LICENSE: licence }, card = { license: 'apache-2.0' }) {
          const name = `${owner}/${shortName}`
          double.org.addRepository(name, {
            card,
            files: { 'model.safetensors': { size: 1_000, seed: name }, ...files },
          })
          return name
        },
        look: () => lookAtSource(ctx, { sourceId, trigger: 'schedule', startedBy: 'worker' }),
        async changes() {
          const rows = await database.db.change.findMany({
            where: { after: { look: { sourceId } } },
            include: { statuses: { orderBy: [{ at: 'asc' }, { status: 'asc' }] } },
            orderBy: [{ observedAt: 'asc' }, { kind: 'asc' }],
          })
          return rows.map((row) => `${row.kind} ${row.statuses.at(-1)?.status}`)
        },
        requests() {
          const seen = double.requests.slice(read).map(({ method, path }) => `${method} ${path}`)
          read = double.requests.length
          return seen.filter((line) => line.includes(`${owner}/`) || line.includes(`author=${owner}`))
        },
      }
    },
  }
}
