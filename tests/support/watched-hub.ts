import { createHuggingFaceHub } from '#lib/adapters/huggingface/hub.ts'
import { createRateLimits } from '#lib/adapters/huggingface/rate-limits.ts'
import type { Db } from '#lib/db/client.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { ensureHubSource } from '#lib/upstream/commands/sources.ts'
import type { LookSummary } from '#lib/upstream/queries/looks.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { authCtx, type TestClock } from './builders-auth.ts'
import { RESEARCH_LICENCE } from './hub-double/licence-texts.ts'
import { type HubDouble, startHubDouble } from './hub-double/server.ts'

export const COMMERCIAL_LICENCE = RESEARCH_LICENCE.replace('FOR NON-COMMERCIAL PURPOSES ONLY', 'FOR ANY PURPOSE')

export interface WatchedHub {
  double: HubDouble
  /** The worker's context: it may do everything, asks the double and never waits. */
  ctx: UpstreamCtx
  sourceId: string
  look(): Promise<LookSummary>
}

/**
 * A double of the hub with one model under a non-commercial licence and one without any, and a source that watches it. A
 * week may pass between two looks before the source counts as stale.
 */
export async function watchHub(database: { url: string; db: Db }, clock: TestClock): Promise<WatchedHub> {
  const double = await startHubDouble({ now: () => clock.now() })
  const weights = { 'model.safetensors': { size: 1_000 } }
  double.org.addRepository('Qwen/Qwen3-8B', {
    card: { license: 'other', license_name: 'hub-double-research', license_link: 'LICENSE' },
    files: { ...weights, LICENSE: RESEARCH_LICENCE },
  })
  double.org.addRepository('Qwen/Qwen2.5-3B', { card: null, files: weights })
  const hub = createHuggingFaceHub({
    endpoint: double.url,
    clock,
    limits: createRateLimits(),
    sleep: async () => undefined,
  })
  const ctx: UpstreamCtx = {
    ...authCtx(database, clock, { kind: 'automation', id: null, name: 'worker', role: 'administrator', teamIds: [] }),
    enqueue: async () => undefined,
    hub,
    hubEndpoint: double.url,
    lookIntervalSeconds: 604_800,
  }
  const { id: sourceId } = await ensureHubSource(ctx, 'Qwen')
  return {
    double,
    ctx,
    sourceId,
    look: () => lookAtSource(ctx, { sourceId, trigger: 'schedule', startedBy: 'worker' }),
  }
}

/** Moves a clock to an instant. */
export function moveTo(clock: TestClock, instant: string): void {
  clock.advance(Date.parse(instant) - clock.now().getTime())
}
