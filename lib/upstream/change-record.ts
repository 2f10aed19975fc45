import type { ChangeKind, ChangeStatus, ChangeValue } from './change.ts'

/** One observation as evidence: where, when and how it was seen. */
export interface SeenObservation {
  id: string
  lookId: string
  at: Date
  outcome: string
  /** HTTP status; null where the list alone told. */
  status: number | null
  url: string
  etag: string | null
  bodySha256: string | null
  name: string
  commit: string | null
}

/** A change as it is read back: what it says, how it stands, and what proves it. */
export interface ChangeRecord {
  id: string
  kind: ChangeKind
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  status: ChangeStatus
  statusAt: Date
  observedAt: Date
  recordedAt: Date
  model: { id: string; name: string }
  repositoryId: string | null
  before: ChangeValue
  after: ChangeValue
  part: string
  evidence: { before: SeenObservation | null; after: SeenObservation | null }
  statuses: { status: ChangeStatus; at: Date; observationId: string | null }[]
}

/** A file as changes describe it; null for values that describe none. */
export function changedFile(value: ChangeValue): { path: string; sha256: string | null } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { path, sha256 } = value
  return typeof path === 'string' ? { path, sha256: typeof sha256 === 'string' ? sha256 : null } : null
}
