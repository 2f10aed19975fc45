export type SourceHealth = 'fresh' | 'stale' | 'failing' | 'never-looked'

/** A source counts as stale when no look succeeded for two intervals. */
const STALE_AFTER_INTERVALS = 2

interface EndedLook {
  startedAt: Date
  endedAt: Date
  outcome: string
}

/** How current what we know of a source is, by its last telling and its last good look; `since` is null while fresh or never looked at. */
export function sourceHealth(
  source: { intervalSeconds: number },
  lastLook: EndedLook | null,
  lastGood: Pick<EndedLook, 'endedAt'> | null,
  now: Date,
): { health: SourceHealth; since: Date | null } {
  if (lastLook === null) return { health: 'never-looked', since: null }
  if (lastLook.outcome !== 'complete') return { health: 'failing', since: lastGood?.endedAt ?? lastLook.startedAt }
  const staleAt = new Date(lastLook.endedAt.getTime() + STALE_AFTER_INTERVALS * source.intervalSeconds * 1000)
  return staleAt < now ? { health: 'stale', since: staleAt } : { health: 'fresh', since: null }
}
