import { describe, expect, test } from 'vitest'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { assembleWeeklyReport } from './assemble-weekly-report.ts'
import type { ReportChange, ReportFinding, ReportInput, ReportLook, ReportSource } from './report-input.ts'
import { reportToCsv, reportToJson } from './report-to-csv.ts'
import { SECTION_TITLES, statementText } from './sentences.en.ts'

const HOUR = 3_600_000
const FROM = Date.parse('2026-11-16T00:00:00Z')

function at(hours: number): string {
  return new Date(FROM + hours * HOUR).toISOString()
}

function look(hours: number, changes: Partial<ReportLook> = {}): ReportLook {
  return {
    sourceId: 's1',
    startedAt: at(hours - 0.1),
    endedAt: at(hours),
    outcome: 'complete',
    reason: null,
    ...changes,
  }
}

/** A complete look every hour of the week but the ones left out. */
function hourly(isLeftOut: (hour: number) => boolean = () => false): ReportLook[] {
  return Array.from({ length: 167 }, (_, index) => index + 1).flatMap((hour) => (isLeftOut(hour) ? [] : [look(hour)]))
}

const source: ReportSource = {
  id: 's1',
  name: 'Qwen on the hub',
  createdAt: at(-500),
  pausedAt: null,
  intervalSeconds: 3_600,
  lastCompleteBeforeAt: at(-0.5),
}

function change(changes: Partial<ReportChange> = {}): ReportChange {
  return {
    id: 'c1',
    kind: 'licence_text_changed',
    model: { id: 'm1', name: 'Qwen/Qwen3-8B' },
    grade: 'observed',
    before: null,
    after: null,
    texts: { path: 'LICENSE', beforeSha256: 'a'.repeat(64), afterSha256: 'b'.repeat(64) },
    observedAt: at(10),
    confirmedAt: at(11),
    evidence: { before: null, after: { at: at(10), url: 'https://hub.example/LICENSE', bodySha256: 'b'.repeat(64) } },
    ...changes,
  }
}

function finding(changes: Partial<ReportFinding> = {}): ReportFinding {
  return {
    findingId: 'f1',
    rule: { id: 'licence-disagrees', version: 1, title: 'Declared licence and licence text disagree' },
    severity: 'high',
    team: { id: 't1', slug: 'search' },
    deployment: { id: 'd1', name: 'Answers', version: 2 },
    model: 'Qwen/Qwen3-8B',
    at: at(12),
    because: 'upstream',
    ...changes,
  }
}

const BEFORE = 'You may use the Work for any purpose.\n\nYou must keep this notice with every copy of the Work.\n'
const AFTER =
  'You may use the Work for non-commercial purposes only.\n\nYou must keep this notice with every copy of the Work.\n'

function input(changes: Partial<ReportInput> = {}): ReportInput {
  return {
    week: '2026-W47',
    generatedAt: at(174),
    isDraft: false,
    firstLookAt: at(-400),
    changes: [],
    texts: [
      { sha256: 'a'.repeat(64), text: BEFORE, licenceId: null },
      { sha256: 'b'.repeat(64), text: AFTER, licenceId: null },
    ],
    findings: { opened: [], cleared: [] },
    looks: hourly(),
    sources: [source],
    ...changes,
  }
}

const report = (changes: Partial<ReportInput> = {}) => assembleWeeklyReport(input(changes), compareTexts)

function codes(changes: Partial<ReportInput>): Record<string, string> {
  const { sections } = report(changes)
  return Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section.statement.code]))
}

describe('a weekly report', () => {
  test('of a quiet week says of every section that nothing changed, and that everything was seen', () => {
    expect(codes({})).toEqual({
      licences: 'none',
      models: 'none',
      gating: 'none',
      other: 'none',
      findings: 'none',
      coverage: 'all-seen',
    })
    expect(statementText('licences', report().sections.licences.statement)).toBe('No licence change this week.')
  })

  test('quotes a changed licence by both hashes and word by word, in its own words', () => {
    const [entry] = report({ changes: [change()] }).sections.licences.changes
    expect(entry?.texts).toMatchObject({
      path: 'LICENSE',
      before: { sha256: 'a'.repeat(64) },
      after: { sha256: 'b'.repeat(64) },
      difference: { level: 'operative', unchangedClauses: 1 },
    })
    const pieces = entry?.texts?.difference?.clauses.flatMap((clause) => clause.pieces ?? []) ?? []
    const words = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [piece.text] : [])).join(' ')
    expect(words('removed')).toContain('any')
    expect(words('added')).toContain('non-commercial')
    expect(words('same')).toContain('You may use the Work for')
  })

  test('says that a text is too unlike to be read word by word rather than show a wrong one', () => {
    const compare = () => ({
      level: 'operative' as const,
      clauses: [
        {
          kind: 'changed' as const,
          level: 'operative' as const,
          before: null,
          after: null,
          words: 'too-different' as const,
        },
      ],
      isComplete: true,
    })
    const [entry] = assembleWeeklyReport(input({ changes: [change()] }), compare).sections.licences.changes
    expect(entry?.texts?.difference?.clauses).toEqual([{ kind: 'changed', level: 'operative', pieces: null }])
  })

  test('keeps the hash of a text whose bytes are no text, without a difference', () => {
    const texts = [{ sha256: 'a'.repeat(64), text: null, licenceId: null }]
    const [entry] = report({ changes: [change()], texts }).sections.licences.changes
    expect(entry?.texts).toMatchObject({
      before: { sha256: 'a'.repeat(64) },
      after: { sha256: 'b'.repeat(64) },
      difference: null,
    })
  })

  test('puts a change into the week in which it was confirmed, wherever it was first seen', () => {
    const changes = [
      change({ id: 'early', observedAt: at(-1), confirmedAt: at(0) }),
      change({ id: 'before', observedAt: at(-3), confirmedAt: at(-0.001) }),
      change({ id: 'next', observedAt: at(160), confirmedAt: at(168) }),
    ]
    expect(report({ changes }).sections.licences.changes.map((entry) => entry.id)).toEqual(['early'])
  })

  test('sorts every kind of change into its section', () => {
    const kinds = ['released', 'withheld', 'gated', 'revised', 'licence_removed'] as const
    const { sections } = report({ changes: kinds.map((kind) => change({ id: kind, kind, texts: null })) })
    const ids = (name: 'licences' | 'models' | 'gating' | 'other') => sections[name].changes.map((entry) => entry.id)
    expect([ids('licences'), ids('models'), ids('gating'), ids('other')]).toEqual([
      ['licence_removed'],
      ['released', 'withheld'],
      ['gated'],
      ['revised'],
    ])
  })

  test('lists new and cleared findings by team', () => {
    const other = { id: 't2', slug: 'ads' }
    const { findings } = report({
      findings: {
        opened: [finding(), finding({ findingId: 'f2', team: other }), finding({ findingId: 'f3', at: at(-1) })],
        cleared: [finding({ findingId: 'f4' })],
      },
    }).sections
    expect(findings.statement).toEqual({ code: 'some', count: 3 })
    expect(findings.teams.map(({ team, opened, cleared }) => [team.slug, opened.length, cleared.length])).toEqual([
      ['ads', 1, 0],
      ['search', 1, 1],
    ])
  })

  test('is the same bytes for the same inputs in another order', () => {
    const changes = [change(), change({ id: 'c2', confirmedAt: at(5) }), change({ id: 'c3' })]
    const forward = report({ changes, findings: { opened: [finding(), finding({ findingId: 'f2' })], cleared: [] } })
    const backward = report({
      changes: changes.toReversed(),
      looks: hourly().toReversed(),
      findings: { opened: [finding({ findingId: 'f2' }), finding()], cleared: [] },
    })
    expect(reportToJson(backward)).toBe(reportToJson(forward))
    expect(JSON.parse(reportToJson(forward))).toEqual(JSON.parse(canonicalJson(forward)))
  })
})

describe('the report as CSV', () => {
  test('has a line for every change, finding and gap, and for every section', () => {
    const looks = hourly((hour) => hour > 100)
    const lines = reportToCsv(report({ changes: [change()], findings: { opened: [finding()], cleared: [] }, looks }))
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(1 + Object.keys(SECTION_TITLES).length + 3)
    expect(lines.find((line) => line.includes('licence_text_changed'))).toContain(
      `LICENSE,${'a'.repeat(64)},${'b'.repeat(64)},operative`,
    )
  })

  test('runs nothing that upstream or a team wrote', () => {
    const changes = [
      change({
        kind: 'moved',
        texts: null,
        before: '=cmd|x',
        after: { name: '=1+1' },
        model: { id: 'm', name: '@SUM(A1)' },
      }),
    ]
    const csv = reportToCsv(report({ changes }))
    expect(csv).toContain("'=cmd|x")
    expect(csv).toContain("'@SUM(A1)")
    expect(csv).not.toMatch(/(?:^|,)"?[=@]/m)
  })
})
