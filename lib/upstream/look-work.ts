/** The lock that whoever looks at a source holds. */
export function lookLock(sourceId: string): string {
  return `look ${sourceId}`
}

/**
 * What is being done about a source now. `waiting`: somebody asked for a look and none has begun; `abandoned`: a look began and
 * its process is gone, so the next one goes on from what it saved.
 */
export type LookWork =
  | { state: 'idle' }
  | { state: 'waiting'; since: Date }
  | {
      state: 'running' | 'abandoned'
      lookId: string
      phase: string
      done: number
      total: number | null
      since: Date
      updatedAt: Date
    }

interface KnownOfWork {
  /** The look that has begun and not ended; null where there is none. */
  open: { lookId: string; startedAt: Date; phase: string; done: number; total: number | null; updatedAt: Date } | null
  /** Whether a process holds the source's lock. */
  isHeld: boolean
  requestedAt: Date | null
  /** When the newest look that ended began and ended. */
  last: { startedAt: Date; endedAt: Date } | null
}

/** What is being done about a source, from what is on record. A request is answered by a look that ends after it. */
export function lookWork({ open, isHeld, requestedAt, last }: KnownOfWork): LookWork {
  if (open !== null && isHeld) return atWork('running', open)
  const isAnswered = requestedAt === null || (last !== null && last.endedAt >= requestedAt)
  if (!isAnswered && !(open !== null && open.startedAt >= requestedAt)) return { state: 'waiting', since: requestedAt }
  return open === null ? { state: 'idle' } : atWork('abandoned', open)
}

function atWork(state: 'running' | 'abandoned', open: NonNullable<KnownOfWork['open']>): LookWork {
  const { lookId, startedAt, phase, done, total, updatedAt } = open
  return { state, lookId, phase, done, total, since: startedAt, updatedAt }
}

/** When a source is looked at next by schedule; null while it is paused. */
export function nextLookAt(
  source: { pausedAt: Date | null; intervalSeconds: number },
  lastStartedAt: Date | null,
  now: Date,
): Date | null {
  if (source.pausedAt !== null) return null
  if (lastStartedAt === null) return now
  return new Date(Math.max(now.getTime(), lastStartedAt.getTime() + source.intervalSeconds * 1000))
}

/** An abandoned or unanswered look is worth a word once a worker would long have taken it up. */
export const PATIENCE_MS = 10_000

/** About how many seconds a running look still takes, by its pace so far; null while that cannot be told. */
export function secondsLeft(work: LookWork, now: Date): number | null {
  if (work.state !== 'running' || work.total === null || work.done < LEAST_DONE) return null
  const seconds = (now.getTime() - work.since.getTime()) / 1000
  return Math.ceil((seconds / work.done) * Math.max(0, work.total - work.done))
}

/** Fewer tell nothing about the pace. */
const LEAST_DONE = 5
