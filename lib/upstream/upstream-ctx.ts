import type { Ctx } from '#lib/ctx.ts'
import type { HubClient } from './hub-client.ts'

/** A context for use cases that look upstream. */
export interface UpstreamCtx extends Ctx {
  hub: HubClient
  /** The hub's address, as sources and evidence name it. */
  hubEndpoint: string
  /** How often a new source is looked at unless it says otherwise. */
  lookIntervalSeconds: number
}
