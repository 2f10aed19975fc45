import { createHuggingFaceHub, type HuggingFaceHubOptions } from '#lib/adapters/huggingface/hub.ts'
import { createRateLimits } from '#lib/adapters/huggingface/rate-limits.ts'
import { type HubClient, HubError } from '#lib/upstream/hub-client.ts'

/** A hub client with a clock that moves only when it sleeps, and the waits it made in seconds. */
export function hubUnderTest(
  endpoint: string,
  options: Partial<HuggingFaceHubOptions> = {},
): { hub: HubClient; waits: number[] } {
  const waits: number[] = []
  let now = Date.parse('2026-11-23T08:00:00Z')
  const hub = createHuggingFaceHub({
    endpoint,
    clock: { now: () => new Date(now) },
    limits: createRateLimits(),
    sleep: async (milliseconds) => {
      waits.push(milliseconds / 1000)
      now += milliseconds
    },
    ...options,
  })
  return { hub, waits }
}

/** The `HubError` a call ends with; fails when it succeeds or throws something else. */
export async function errorOf(call: Promise<unknown>): Promise<HubError> {
  const outcome = await call.then(
    () => new Error('The call succeeded.'),
    (error: unknown) => error,
  )
  if (outcome instanceof HubError) return outcome
  throw outcome
}
