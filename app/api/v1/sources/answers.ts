import type { z } from 'zod'
import type { lookRequested, sourceDetail, sourceItem } from '#lib/upstream/answer-schema.ts'
import type { LookWork } from '#lib/upstream/look-work.ts'
import type { LookRow, LookSummary } from '#lib/upstream/queries/looks.ts'
import type { SourceRow } from '#lib/upstream/queries/sources.ts'

/** A source as lists answer it; times in seconds. */
export function itemOf(row: SourceRow): z.input<typeof sourceItem> {
  const { id, kind, owner, endpoint, health, since, repositories, baselineLookId, lastLook, lastGood } = row
  return {
    id,
    kind,
    owner,
    endpoint,
    interval: row.intervalSeconds,
    confirmAfter: row.confirmAfterSeconds,
    isPaused: row.pausedAt !== null,
    health,
    since: since?.toISOString() ?? null,
    repositories,
    baselineLookId,
    lastLook: lastLook && lookOf(lastLook),
    lastGood: lastGood && lookOf(lastGood),
    nextLookAt: row.nextLookAt?.toISOString() ?? null,
    work: workOf(row.work),
    asOf: lastGood?.endedAt.toISOString() ?? null,
    source: `${endpoint}/${owner}`,
  }
}

/** A source with its newest looks. */
export function detailOf(row: SourceRow, looks: readonly LookRow[]): z.input<typeof sourceDetail> {
  return {
    ...itemOf(row),
    looks: looks.map((look) => ({
      ...lookOf(look),
      trigger: look.trigger,
      startedBy: look.startedBy,
      issues: look.issues.map(({ thing, kind, message, url, at }) => ({
        thing,
        reason: kind,
        message,
        url,
        at: at.toISOString(),
      })),
    })),
  }
}

/** What is being done about a source. */
export function workOf(work: LookWork): z.input<typeof lookRequested>['work'] {
  const since = work.state === 'idle' ? null : work.since.toISOString()
  if (work.state === 'idle' || work.state === 'waiting') {
    return { state: work.state, since, lookId: null, phase: null, done: null, total: null }
  }
  const { state, lookId, phase, done, total } = work
  return { state, since, lookId, phase, done, total }
}

function lookOf({ startedAt, endedAt, ...look }: LookSummary) {
  const { lookId, outcome, reason, message, requests, pages, listed, read, changes, isBaseline } = look
  return {
    lookId,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    outcome,
    reason,
    message,
    requests,
    pages,
    listed,
    read,
    changes,
    isBaseline,
  }
}
