import { licenceFileRole } from '#lib/licences/licence-text.ts'
import type { ChangeKind } from './change.ts'
import { isSeen, type RepositoryState } from './repository-state.ts'

/** A change that waits for a second look. */
export interface Suspicion {
  suspectedAt: Date
  /** Whether what it said still holds; null where the newest state cannot tell. */
  stillHolds: boolean | null
}

/** Whether what a doubtful change said holds of a state; null where the state cannot tell, as a hidden one holds no files. */
export function stillHolds(kind: ChangeKind, state: RepositoryState): boolean | null {
  if (kind === 'withheld' || kind === 'disabled') return state.access === kind
  if (!isSeen(state) || state.files === null) return null
  if (kind === 'emptied') return state.files.weights === null
  return !state.files.licences.some((file) => licenceFileRole(file.path) === 'licence')
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
  if (suspicion.stillHolds === null) return null
  if (!suspicion.stillHolds) return 'cleared'
  if (lookStartedAt <= suspicion.suspectedAt) return null
  return lookStartedAt.getTime() - suspicion.suspectedAt.getTime() >= confirmAfterSeconds * 1000 ? 'confirmed' : null
}
