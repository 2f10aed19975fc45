import type { ChangeKind, ChangeValue } from '#lib/upstream/change.ts'

/** Instants are ISO 8601 in UTC throughout, so that the inputs can be stored as the JSON they are. */
export type Instant = string

export interface Seen {
  at: Instant
  url: string
  bodySha256: string | null
}

export interface ReportChange {
  id: string
  kind: ChangeKind
  model: { id: string; name: string }
  grade: string
  before: ChangeValue
  after: ChangeValue
  /** The licence texts on both sides, for changes of a text. */
  texts: { path: string; beforeSha256: string | null; afterSha256: string | null } | null
  observedAt: Instant
  confirmedAt: Instant
  evidence: { before: Seen | null; after: Seen | null }
}

export interface ReportText {
  sha256: string
  /** As decoded; null where the bytes are no text. */
  text: string | null
  licenceId: string | null
}

export interface ReportFinding {
  findingId: string
  rule: { id: string; version: number; title: string }
  severity: string
  team: { id: string; slug: string }
  deployment: { id: string; name: string; version: number }
  model: string
  at: Instant
  because: string
}

export interface ReportLook {
  sourceId: string
  startedAt: Instant
  /** Null while it runs. */
  endedAt: Instant | null
  outcome: 'complete' | 'partial' | 'failed' | 'interrupted' | null
  reason: string | null
}

export interface ReportSource {
  id: string
  name: string
  createdAt: Instant
  pausedAt: Instant | null
  intervalSeconds: number
  /** The end of the last complete look before the week; null when there was none. */
  lastCompleteBeforeAt: Instant | null
}

/**
 * Everything a weekly report quotes. `looks` are those of the week; facts of other weeks are left out of the report.
 */
export interface ReportInput {
  week: string
  generatedAt: Instant
  isDraft: boolean
  firstLookAt: Instant | null
  changes: readonly ReportChange[]
  texts: readonly ReportText[]
  findings: { opened: readonly ReportFinding[]; cleared: readonly ReportFinding[] }
  looks: readonly ReportLook[]
  sources: readonly ReportSource[]
}
