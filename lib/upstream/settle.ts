/** A change that waits for a second look. */
export interface Suspicion {
  suspectedAt: Date
  /** Whether the newest observation of the repository is still the one that raised it. */
  stillStands: boolean
}

/**
 * Whether a look settles a suspicion: it is confirmed when a look at least `confirmAfterSeconds` later still sees the same,
 * cleared as soon as one sees otherwise, and null while it has to wait. Zero means the very next look.
 */
export function settle(
  suspicion: Suspicion,
  lookStartedAt: Date,
  confirmAfterSeconds: number,
): 'confirmed' | 'cleared' | null {
  if (!suspicion.stillStands) return 'cleared'
  if (lookStartedAt <= suspicion.suspectedAt) return null
  return lookStartedAt.getTime() - suspicion.suspectedAt.getTime() >= confirmAfterSeconds * 1000 ? 'confirmed' : null
}
