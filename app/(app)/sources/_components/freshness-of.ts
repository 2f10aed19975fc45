import type { Freshness } from '#app/_ui/freshness-mark.tsx'
import type { SourceRow } from '#lib/upstream/queries/sources.ts'

/** How current a source is, as the mark shows it. */
export function freshnessOf({ health, since, lastGood }: SourceRow): Freshness {
  if (health === 'stale' && since) return { state: 'stale', at: since }
  if (health === 'failing' && since) return { state: 'failing', at: since }
  if (health === 'fresh' && lastGood) return { state: 'fresh', at: lastGood.endedAt }
  return { state: 'never' }
}
