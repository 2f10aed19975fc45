import type { SourceRow } from '#lib/upstream/queries/sources.ts'

/** A source as the API shows it; times in seconds. */
export function itemOf({ intervalSeconds, confirmAfterSeconds, pausedAt, createdAt: _, ...source }: SourceRow) {
  return {
    ...source,
    interval: intervalSeconds,
    confirmAfter: confirmAfterSeconds,
    isPaused: pausedAt !== null,
    asOf: source.lastLook?.endedAt ?? null,
    source: source.endpoint,
  }
}
