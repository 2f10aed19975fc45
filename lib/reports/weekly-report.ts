import type { ChangeLevel } from '#lib/licences/licence-diff.ts'
import type { Instant, ReportChange, ReportFinding } from './report-input.ts'

export const REPORT_SCHEMA_VERSION = 1

/** What a section says as a whole: that something happened, that nothing did, or that nobody could have seen it. */
export type StatementCode =
  | 'some'
  | 'none'
  | 'none-seen-with-gaps'
  | 'before-first-look'
  | 'all-seen'
  | 'gaps'
  | 'no-sources'

export interface Statement {
  code: StatementCode
  count: number
}

export interface DifferencePiece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface ClauseDifference {
  kind: 'moved' | 'changed' | 'added' | 'removed'
  level: ChangeLevel
  /** Word by word; null where the clause changed too much to be read so. */
  pieces: DifferencePiece[] | null
}

export interface LicenceDifference {
  level: ChangeLevel
  isComplete: boolean
  /** What differs; clauses that stayed are only counted. */
  clauses: ClauseDifference[]
  unchangedClauses: number
}

export interface TextPair {
  path: string
  before: { sha256: string; licenceId: string | null } | null
  after: { sha256: string; licenceId: string | null } | null
  /** Null where one side is missing or is no text. */
  difference: LicenceDifference | null
}

export type ChangeEntry = Omit<ReportChange, 'texts'>
export type LicenceChangeEntry = ChangeEntry & { texts: TextPair | null }

export interface TeamFindings {
  team: { id: string; slug: string }
  opened: ReportFinding[]
  cleared: ReportFinding[]
}

export type GapKind = 'before-first-look' | 'paused' | 'failed' | 'partial' | 'stale'

export interface Gap {
  kind: GapKind
  from: Instant
  /** Null while it lasts. */
  to: Instant | null
  lastSeenAt: Instant | null
  attempts: number
  /** Why the attempts failed, once each. */
  reasons: string[]
}

export interface SourceCoverage {
  source: { id: string; name: string }
  completeLooks: number
  gaps: Gap[]
}

/** One week as it was published: codes and values only; the document is its own JSON rendition. */
export interface WeeklyReport {
  schemaVersion: typeof REPORT_SCHEMA_VERSION
  kind: 'weekly-report'
  week: string
  from: Instant
  to: Instant
  isDraft: boolean
  generatedAt: Instant
  firstLookAt: Instant | null
  sections: {
    licences: { statement: Statement; changes: LicenceChangeEntry[] }
    models: { statement: Statement; changes: ChangeEntry[] }
    gating: { statement: Statement; changes: ChangeEntry[] }
    other: { statement: Statement; changes: ChangeEntry[] }
    findings: { statement: Statement; teams: TeamFindings[] }
    coverage: { statement: Statement; sources: SourceCoverage[] }
  }
}
