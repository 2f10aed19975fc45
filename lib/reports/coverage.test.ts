import { describe, expect, test } from 'vitest'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { assembleWeeklyReport } from './assemble-weekly-report.ts'
import type { ReportInput, ReportLook, ReportSource } from './report-input.ts'
import { reportToCsv } from './report-to-csv.ts'

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

function input(changes: Partial<ReportInput> = {}): ReportInput {
  return {
    week: '2026-W47',
    generatedAt: at(174),
    isDraft: false,
    firstLookAt: at(-400),
    changes: [],
    texts: [],
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

describe('what was not seen', () => {
  const gaps = (changes: Partial<ReportInput>) => report(changes).sections.coverage.sources.flatMap((seen) => seen.gaps)

  test('names a failing stretch from the last good look to the next, with the reasons', () => {
    const isDown = (hour: number) => hour >= 20 && hour < 23
    const failed = [20, 21, 22].map((hour) =>
      look(hour, { outcome: 'failed', reason: hour === 22 ? 'timeout' : 'unreachable' }),
    )
    const looks = [...hourly(isDown), ...failed]
    expect(gaps({ looks })).toEqual([
      {
        kind: 'failed',
        from: at(19),
        to: at(23),
        lastSeenAt: at(19),
        attempts: 3,
        reasons: ['timeout', 'unreachable'],
      },
    ])
    expect(codes({ looks })).toMatchObject({ licences: 'none-seen-with-gaps', findings: 'none', coverage: 'gaps' })
  })

  test('names a stretch in which nobody looked, and one that lasts into the next week', () => {
    expect(gaps({ looks: hourly((hour) => hour > 30 && hour < 40) })).toMatchObject([
      { kind: 'stale', from: at(30), to: at(40), attempts: 0 },
    ])
    expect(gaps({ looks: hourly((hour) => hour > 100) })).toMatchObject([{ kind: 'stale', from: at(100), to: at(168) }])
  })

  test('reaches back no further than the week, and still says when a source was last seen', () => {
    const stale = { ...source, lastCompleteBeforeAt: at(-50) }
    expect(gaps({ sources: [stale], looks: hourly((hour) => hour < 6) })).toMatchObject([
      { kind: 'stale', from: at(0), to: at(6), lastSeenAt: at(-50) },
    ])
  })

  test('of a running week has no end while it lasts', () => {
    const changes = { generatedAt: at(50), isDraft: true, looks: hourly((hour) => hour > 40) }
    expect(gaps(changes)).toMatchObject([{ kind: 'stale', from: at(40), to: null }])
    expect(gaps({ ...changes, looks: hourly((hour) => hour >= 50) })).toEqual([])
  })

  test('does not hide a look that saw only a part', () => {
    const looks = [...hourly((hour) => hour === 9), look(9, { outcome: 'partial', reason: 'withheld' })]
    expect(gaps({ looks })).toMatchObject([{ kind: 'partial', from: at(8), to: at(10) }])
  })

  test('says that a source was paused', () => {
    const paused = { ...source, pausedAt: at(20) }
    expect(gaps({ sources: [paused], looks: hourly((hour) => hour > 20) })).toMatchObject([
      { kind: 'paused', from: at(20) },
    ])
  })

  test('of a week before the first look is everything, and the report says so', () => {
    const changes = {
      firstLookAt: at(200),
      looks: [],
      sources: [{ ...source, createdAt: at(199), lastCompleteBeforeAt: null }],
    }
    expect(codes(changes)).toMatchObject({
      licences: 'before-first-look',
      models: 'before-first-look',
      coverage: 'no-sources',
    })
    const csv = reportToCsv(report(changes))
    expect(csv).toContain('Nothing was watched yet: the first look came after this week.')
  })

  test('of the week of the first look is what came before it', () => {
    const changes = {
      firstLookAt: at(30),
      looks: hourly((hour) => hour < 30),
      sources: [{ ...source, createdAt: at(28), lastCompleteBeforeAt: null }],
    }
    expect(gaps(changes)).toMatchObject([{ kind: 'before-first-look', from: at(28), to: at(30), lastSeenAt: null }])
    expect(codes(changes).licences).toBe('none-seen-with-gaps')
  })

  test('is told of each source by itself', () => {
    const second = { ...source, id: 's2', name: 'Another' }
    const { sources } = report({ sources: [source, second] }).sections.coverage
    expect(sources.map(({ source: { name }, gaps: own }) => [name, own.length])).toEqual([
      ['Another', 1],
      ['Qwen on the hub', 0],
    ])
  })
})
