import { type IsoWeek, isoWeekBounds, parseIsoWeek } from '#lib/shared/iso-week.ts'
import { coverageOf, type Window } from './coverage.ts'
import { type CompareTexts, licenceDifference } from './licence-difference.ts'
import type { ReportChange, ReportFinding, ReportInput, ReportText } from './report-input.ts'
import { sectionOf } from './report-sections.ts'
import {
  type ChangeEntry,
  type LicenceChangeEntry,
  REPORT_SCHEMA_VERSION,
  type SourceCoverage,
  type Statement,
  type TeamFindings,
  type TextPair,
  type WeeklyReport,
} from './weekly-report.ts'

function weekOf(input: ReportInput): IsoWeek {
  const week = parseIsoWeek(input.week)
  if (week === undefined) throw new TypeError(`${input.week} is not an ISO week.`)
  return week
}

function windowOf(input: ReportInput): Window {
  const { from, to } = isoWeekBounds(weekOf(input))
  const generatedAt = new Date(input.generatedAt)
  return generatedAt < to ? { from, to: generatedAt, isOver: false } : { from, to, isOver: true }
}

function isWithin(at: string, { from, to }: Window): boolean {
  const instant = new Date(at)
  return instant >= from && instant < to
}

function compareText(first: string, second: string): number {
  // By code unit, not by locale: the same inputs give the same bytes on every machine.
  return first < second ? -1 : first > second ? 1 : 0
}

function byTime(first: ReportChange, second: ReportChange): number {
  const times = Date.parse(first.confirmedAt) - Date.parse(second.confirmedAt)
  return times || compareText(first.model.name, second.model.name) || compareText(first.id, second.id)
}

function withoutTexts({ texts: _, ...change }: ReportChange): ChangeEntry {
  return change
}

function textPair(
  change: ReportChange,
  texts: ReadonlyMap<string, ReportText>,
  compare: CompareTexts,
): TextPair | null {
  if (change.texts === null) return null
  const { path, beforeSha256, afterSha256 } = change.texts
  const [before, after] = [beforeSha256, afterSha256].map((sha) => {
    if (sha === null) return null
    return texts.get(sha) ?? { sha256: sha, text: null, licenceId: null }
  })
  const side = (text: ReportText | null | undefined) =>
    text ? { sha256: text.sha256, licenceId: text.licenceId } : null
  const difference = before && after ? licenceDifference(before, after, compare) : null
  return { path, before: side(before), after: side(after), difference }
}

function changeStatement(
  count: number,
  input: ReportInput,
  window: Window,
  coverage: readonly SourceCoverage[],
): Statement {
  if (count > 0) return { code: 'some', count }
  if (input.firstLookAt === null || new Date(input.firstLookAt) >= window.to)
    return { code: 'before-first-look', count }
  const wasUnseen = coverage.length === 0 || coverage.some((source) => source.gaps.length > 0)
  return { code: wasUnseen ? 'none-seen-with-gaps' : 'none', count }
}

function coverageStatement(coverage: readonly SourceCoverage[]): Statement {
  const count = coverage.filter((source) => source.gaps.length > 0).length
  if (coverage.length === 0) return { code: 'no-sources', count }
  return { code: count > 0 ? 'gaps' : 'all-seen', count }
}

function ofTeams(opened: readonly ReportFinding[], cleared: readonly ReportFinding[]): TeamFindings[] {
  const order = (first: ReportFinding, second: ReportFinding) =>
    Date.parse(first.at) - Date.parse(second.at) || compareText(first.findingId, second.findingId)
  const teams = new Map([...opened, ...cleared].map(({ team }) => [team.id, team]))
  return [...teams.values()]
    .sort((first, second) => compareText(first.slug, second.slug) || compareText(first.id, second.id))
    .map((team) => ({
      team: { id: team.id, slug: team.slug },
      opened: opened.filter((finding) => finding.team.id === team.id).toSorted(order),
      cleared: cleared.filter((finding) => finding.team.id === team.id).toSorted(order),
    }))
}

/**
 * One week's report from everything it quotes: the same inputs give the same document. A change belongs to the week in
 * which it was confirmed. Where nothing happened, the section says so, and whether anybody could have seen it.
 */
export function assembleWeeklyReport(input: ReportInput, compare: CompareTexts): WeeklyReport {
  const window = windowOf(input)
  const { from, to } = isoWeekBounds(weekOf(input))
  const coverage = input.sources
    .filter((source) => new Date(source.createdAt) < window.to)
    .toSorted((first, second) => compareText(first.name, second.name) || compareText(first.id, second.id))
    .map((source) => coverageOf(source, input.looks, window))
  const changes = input.changes.filter((change) => isWithin(change.confirmedAt, window)).toSorted(byTime)
  const texts = new Map(input.texts.map((text) => [text.sha256, text]))
  const section = (name: 'models' | 'gating' | 'other') => {
    const entries = changes.filter((change) => sectionOf(change.kind) === name).map(withoutTexts)
    return { statement: changeStatement(entries.length, input, window, coverage), changes: entries }
  }
  const licences: LicenceChangeEntry[] = changes
    .filter((change) => sectionOf(change.kind) === 'licences')
    .map((change) => ({ ...withoutTexts(change), texts: textPair(change, texts, compare) }))
  const opened = input.findings.opened.filter((finding) => isWithin(finding.at, window))
  const cleared = input.findings.cleared.filter((finding) => isWithin(finding.at, window))
  const findings = opened.length + cleared.length
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'weekly-report',
    week: input.week,
    from: from.toISOString(),
    to: to.toISOString(),
    isDraft: input.isDraft,
    generatedAt: input.generatedAt,
    firstLookAt: input.firstLookAt,
    sections: {
      licences: { statement: changeStatement(licences.length, input, window, coverage), changes: licences },
      models: section('models'),
      gating: section('gating'),
      other: section('other'),
      findings: {
        statement: { code: findings > 0 ? 'some' : 'none', count: findings },
        teams: ofTeams(opened, cleared),
      },
      coverage: { statement: coverageStatement(coverage), sources: coverage },
    },
  }
}
