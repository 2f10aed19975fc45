import { LEVEL_WORDS } from '#lib/licences/comparison-sentences.en.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { type CsvColumn, toCsv } from '#lib/shared/csv.ts'
import type { ReportFinding } from './report-input.ts'
import { changeText, gapText, type SectionName, statementText } from './sentences.en.ts'
import type { ChangeEntry, TextPair, WeeklyReport } from './weekly-report.ts'

interface Row {
  section: SectionName
  entry: string
  what: string
  model?: string
  team?: string
  deployment?: string
  rule?: string
  severity?: string
  grade?: string
  at?: string
  until?: string | null
  before?: string
  after?: string
  texts?: TextPair | null
  url?: string | undefined
}

function value(given: ChangeEntry['before']): string {
  if (given === null) return ''
  return typeof given === 'string' ? given : canonicalJson(given)
}

function changeRow(section: SectionName, change: ChangeEntry & { texts?: TextPair | null }): Row {
  const level = change.texts?.difference?.level
  return {
    section,
    entry: change.kind,
    what: level === undefined ? changeText(change.kind) : `${changeText(change.kind)}. ${LEVEL_WORDS[level]}`,
    model: change.model.name,
    grade: change.grade,
    at: change.confirmedAt,
    before: value(change.before),
    after: value(change.after),
    texts: change.texts ?? null,
    url: change.evidence.after?.url ?? change.evidence.before?.url,
  }
}

function findingRow(entry: 'opened' | 'cleared', finding: ReportFinding): Row {
  return {
    section: 'findings',
    entry,
    what: finding.rule.title,
    model: finding.model,
    team: finding.team.slug,
    deployment: finding.deployment.name,
    rule: `${finding.rule.id}@${finding.rule.version}`,
    severity: finding.severity,
    at: finding.at,
  }
}

function rowsOf({ sections }: WeeklyReport): Row[] {
  const said = (section: SectionName): Row => {
    const { statement } = sections[section]
    return { section, entry: statement.code, what: statementText(section, statement) }
  }
  return [
    said('licences'),
    ...sections.licences.changes.map((change) => changeRow('licences', change)),
    ...(['models', 'gating', 'other'] as const).flatMap((name) => [
      said(name),
      ...sections[name].changes.map((change) => changeRow(name, change)),
    ]),
    said('findings'),
    ...sections.findings.teams.flatMap((team) => [
      ...team.opened.map((finding) => findingRow('opened', finding)),
      ...team.cleared.map((finding) => findingRow('cleared', finding)),
    ]),
    said('coverage'),
    ...sections.coverage.sources.flatMap((source) =>
      source.gaps.map(
        (gap): Row => ({
          section: 'coverage',
          entry: gap.kind,
          what: `${source.source.name}: ${gapText(gap)}`,
          at: gap.from,
          until: gap.to,
        }),
      ),
    ),
  ]
}

/**
 * The report as CSV: one line per change, finding and gap, and one per section that says what it holds or why it is
 * empty.
 */
export function reportToCsv(report: WeeklyReport, options: { hasBom?: boolean } = {}): string {
  const columns: CsvColumn<Row>[] = [
    { header: 'week', value: () => report.week },
    { header: 'draft', value: () => report.isDraft },
    { header: 'section', value: (row) => row.section },
    { header: 'entry', value: (row) => row.entry },
    { header: 'what', value: (row) => row.what },
    { header: 'model', value: (row) => row.model },
    { header: 'team', value: (row) => row.team },
    { header: 'deployment', value: (row) => row.deployment },
    { header: 'rule', value: (row) => row.rule },
    { header: 'severity', value: (row) => row.severity },
    { header: 'grade', value: (row) => row.grade },
    { header: 'at', value: (row) => row.at },
    { header: 'until', value: (row) => row.until },
    { header: 'before', value: (row) => row.before },
    { header: 'after', value: (row) => row.after },
    { header: 'file', value: (row) => row.texts?.path },
    { header: 'text_before_sha256', value: (row) => row.texts?.before?.sha256 },
    { header: 'text_after_sha256', value: (row) => row.texts?.after?.sha256 },
    { header: 'level', value: (row) => row.texts?.difference?.level },
    { header: 'url', value: (row) => row.url },
  ]
  return toCsv(columns, rowsOf(report), options)
}

/** The report as JSON: the document itself, in one form, so that its bytes can be hashed. */
export function reportToJson(report: WeeklyReport): string {
  return `${canonicalJson(report)}\n`
}
