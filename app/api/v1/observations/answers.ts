import type { z } from 'zod'
import type { observationItem } from '#lib/upstream/answer-schema.ts'
import type { ObservationRecord } from '#lib/upstream/queries/observations.ts'

/** An observation as lists answer it. */
export function itemOf(seen: ObservationRecord): z.input<typeof observationItem> {
  const { id, lookId, at, outcome, status, url, etag, bodySha256, name, commit } = seen
  return {
    id,
    lookId,
    at: at.toISOString(),
    outcome,
    status,
    url,
    etag,
    bodySha256,
    commit,
    sourceId: seen.sourceId,
    repositoryId: seen.repositoryId,
    model: { id: seen.modelId, name },
    previousId: seen.previousId,
    state: { ...seen.state },
    stateHash: seen.stateHash,
    parserVersion: seen.parserVersion,
    asOf: at.toISOString(),
    source: url,
  }
}
