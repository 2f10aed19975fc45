import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { createTeam } from '#lib/auth/commands/people.ts'
import type { Ctx } from '#lib/ctx.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { deploymentSchema } from '#lib/deployments/schema.ts'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { loadStarterRules } from '#lib/policy/commands/load-rules.ts'
import { assembleWeeklyReport } from '#lib/reports/assemble-weekly-report.ts'
import { publishDueReports } from '#lib/reports/commands/publish-due-reports.ts'
import { publishWeeklyReport } from '#lib/reports/commands/publish-weekly-report.ts'
import { draftReport } from '#lib/reports/queries/report-inputs.ts'
import { findRendition, findReport, listReports } from '#lib/reports/queries/reports.ts'
import type { ReportInput } from '#lib/reports/report-input.ts'
import { reportToCsv, reportToJson } from '#lib/reports/report-to-csv.ts'
import type { WeeklyReport } from '#lib/reports/weekly-report.ts'
import { Failure } from '#lib/shared/failure.ts'
import { type IsoWeek, parseIsoWeek } from '#lib/shared/iso-week.ts'
import { changeSource } from '#lib/upstream/commands/sources.ts'
import { rulesOf, stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { COMMERCIAL_LICENCE, moveTo, type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

// One installation over some weeks, told in order. W46 is 9 to 15 November 2026; the first look is on the 11th.
const database = useDatabase()
const clock = stillClock('2026-11-11T10:00:00.000Z')

let hub: WatchedHub

beforeAll(async () => {
  hub = await watchHub(database, clock)
})
afterAll(() => hub.double.close())

function week(text: string): IsoWeek {
  const parsed = parseIsoWeek(text)
  if (!parsed) throw new Error(`${text} is no week.`)
  return parsed
}

const at = (instant: string) => moveTo(clock, instant)
/** What publishing is handed beside a look's context. */
const judging = <T extends object>(ctx: T) => ({ ...ctx, textJudge: inProcessTextJudge() })
const publish = (text: string) => publishWeeklyReport(judging(hub.ctx), week(text))

async function published(text: string): Promise<WeeklyReport> {
  worked(await publish(text))
  const found = await findReport(database.db, week(text))
  if (!found) throw new Error(`${text} was not published.`)
  return found.report
}

async function storedRows(): Promise<number[]> {
  const { db } = database
  return [
    await db.report.count(),
    await db.rendition.count(),
    await db.auditEvent.count({ where: { action: 'report.published' } }),
  ]
}

async function bytes(text: string, format: 'json' | 'csv'): Promise<string> {
  const rendition = await findRendition(database.db, week(text), format)
  return Buffer.from(rendition?.bytes ?? []).toString('utf8')
}

describe('before the first look', () => {
  test('a future week is refused', async () => {
    expect(rulesOf(await publish('2026-W47'))).toEqual(['week.future'])
    expect(rulesOf(await draftReport(database.db, week('2026-W47'), clock.now(), inProcessTextJudge()))).toEqual([
      'week.future',
    ])
    expect(await storedRows()).toEqual([0, 0, 0])
  })

  test('a week that is over says that nothing was watched yet', async () => {
    const { sections } = await published('2026-W44')
    expect(sections.licences.statement.code).toBe('before-first-look')
    expect(await bytes('2026-W44', 'csv')).toContain('Nothing was watched yet')
  })
})

describe('the running week', () => {
  test('is a draft and is not stored', async () => {
    expect((await hub.look()).isBaseline).toBe(true)
    const before = await storedRows()
    const draft = worked(await draftReport(database.db, week('2026-W46'), clock.now(), inProcessTextJudge()))
    expect(draft).toMatchObject({ isDraft: true, week: '2026-W46', generatedAt: clock.now().toISOString() })
    expect(rulesOf(await publish('2026-W46'))).toEqual(['week.running'])
    expect(await storedRows()).toEqual(before)
  })

  test('holds the findings that came and went, by team', async () => {
    await loadStarterRules(hub.ctx)
    for (const slug of ['search', 'ads']) worked(await createTeam(hub.ctx, { slug, name: slug }))
    const deployment = (team: string) =>
      deploymentSchema.parse({
        team,
        model: 'Qwen/Qwen2.5-3B',
        revision: { kind: 'commit', value: 'main' },
        name: 'Answers',
        environment: 'production',
        purpose: 'Answers questions.',
        use: 'commercial',
        exposure: 'customers',
        accessChannel: 'own_weights',
        owner: 'a@example.com',
      })
    const [first, second] = worked(
      await registerDeployments(hub.ctx, [deployment('search'), deployment('ads')], { isBatch: true }),
    )
    expect([first?.openFindings, second?.openFindings]).toEqual([1, 1])
    at('2026-11-12T10:00:00Z')
    await retireDeployment(hub.ctx, second?.deploymentId ?? '', second?.n ?? 0)
    at('2026-11-12T11:00:00Z')
    const { findings } = worked(
      await draftReport(database.db, week('2026-W46'), clock.now(), inProcessTextJudge()),
    ).sections
    expect(findings.teams.map(({ team, opened, cleared }) => [team.slug, opened.length, cleared.length])).toEqual([
      ['ads', 1, 1],
      ['search', 1, 0],
    ])
    expect(findings.teams[1]?.opened[0]).toMatchObject({
      rule: { id: 'licence-disagrees' },
      deployment: { name: 'Answers', version: 1 },
      model: 'Qwen/Qwen2.5-3B',
      because: 'registered',
    })
  })
})

describe('a week that is over', () => {
  test('names a source that failed and from when to when', async () => {
    at('2026-11-17T08:00:00Z')
    hub.double.fail('status-503')
    expect((await hub.look()).outcome).toBe('failed')
    hub.double.heal()
    hub.double.org.commit('Qwen/Qwen3-8B', { files: { LICENSE: COMMERCIAL_LICENCE } })
    at('2026-11-18T08:00:00Z')
    expect((await hub.look()).outcome).toBe('complete')

    at('2026-11-22T23:30:00Z')
    hub.double.org.remove('Qwen/Qwen2.5-3B')
    await hub.look()
    at('2026-11-23T05:00:00Z')
    await hub.look()
    at('2026-11-23T06:00:00Z')
    const { coverage } = (await published('2026-W47')).sections
    expect(coverage.statement).toEqual({ code: 'gaps', count: 1 })
    expect(coverage.sources[0]?.gaps).toEqual([
      {
        kind: 'failed',
        from: '2026-11-16T00:00:00.000Z',
        to: '2026-11-18T08:00:00.000Z',
        lastSeenAt: '2026-11-11T10:00:00.000Z',
        attempts: 1,
        reasons: ['server_error'],
      },
    ])
    expect(await bytes('2026-W47', 'csv')).toContain('looks failed from 2026-11-16T00:00:00.000Z')
  })

  test('quotes a changed licence text by hashes and words, with what was seen before and after', async () => {
    const { changes } = (await published('2026-W47')).sections.licences
    const changed = changes.find((change) => change.kind === 'licence_text_changed')
    expect(changed).toMatchObject({
      model: { name: 'Qwen/Qwen3-8B' },
      confirmedAt: '2026-11-18T08:00:00.000Z',
      evidence: { before: { at: '2026-11-11T10:00:00.000Z' }, after: { at: '2026-11-18T08:00:00.000Z' } },
      texts: { path: 'LICENSE', difference: { level: 'operative' } },
    })
    const pieces = changed?.texts?.difference?.clauses.flatMap((clause) => clause.pieces ?? []) ?? []
    const words = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [piece.text] : [])).join(' ')
    expect(words('removed')).toContain('NON-COMMERCIAL')
    expect(words('added')).toContain('ANY')
    const held = await database.db.blob.count({
      where: { sha256: { in: [changed?.texts?.before?.sha256 ?? '', changed?.texts?.after?.sha256 ?? ''] } },
    })
    expect(held).toBe(2)
  })

  test('holds a change only if it was confirmed in it, wherever it was first seen', async () => {
    const hidden = await database.db.change.findFirstOrThrow({ where: { kind: 'withheld' } })
    expect(hidden.observedAt.toISOString()).toBe('2026-11-22T23:30:00.000Z')
    const ids = (report: WeeklyReport) => report.sections.models.changes.map((change) => change.id)
    expect(ids(await published('2026-W47'))).toEqual([])
    expect(ids(worked(await draftReport(database.db, week('2026-W48'), clock.now(), inProcessTextJudge())))).toEqual([
      hidden.id,
    ])
  })

  test('is published once: the second time answers with the first report and writes nothing', async () => {
    const before = await storedRows()
    const first = await bytes('2026-W47', 'json')
    at('2026-11-24T06:00:00Z')
    expect(worked(await publish('2026-W47'))).toMatchObject({ isNew: false, edition: 1 })
    expect(await storedRows()).toEqual(before)
    expect(await bytes('2026-W47', 'json')).toBe(first)
  })

  test('is published once by any number of publishers that race', async () => {
    const [reports = 0, renditions = 0, records = 0] = await storedRows()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => publish('2026-W46')))
    const values = outcomes.map((outcome) => worked(outcome))
    expect(values.filter((value) => value.isNew)).toHaveLength(1)
    expect(new Set(values.map((value) => value.reportId)).size).toBe(1)
    expect(await storedRows()).toEqual([reports + 1, renditions + 2, records + 1])
  })

  test('is not published in part: what cannot be recorded is not stored', async () => {
    const before = await storedRows()
    const blobs = await database.db.blob.count()
    const broken: Ctx = {
      ...hub.ctx,
      transaction: (work) =>
        database.db.$transaction((tx) => work(tx).then(() => Promise.reject(new Error('the disk is full')))),
    }
    await expect(publishWeeklyReport(judging(broken), week('2026-W43'))).rejects.toThrow('the disk is full')
    expect(await storedRows()).toEqual(before)
    expect(await database.db.blob.count()).toBe(blobs)
  })

  test('can be rebuilt from what was stored, byte for byte', async () => {
    const rows = await database.db.report.findMany({ include: { inputs: true } })
    expect(rows.map((row) => row.isoWeek).sort()).toEqual(['2026-W44', '2026-W46', '2026-W47'])
    for (const row of rows) {
      const input: ReportInput = JSON.parse(Buffer.from(row.inputs.bytes).toString('utf8'))
      const report = assembleWeeklyReport(input, compareTexts)
      expect(reportToJson(report)).toBe(await bytes(row.isoWeek, 'json'))
      expect(reportToCsv(report)).toBe(await bytes(row.isoWeek, 'csv'))
    }
  })

  test('waits for a look that began in it, and then holds what that look confirmed', async () => {
    at('2026-11-29T23:59:59Z')
    hub.double.org.setGated('Qwen/Qwen3-8B', 'manual')
    hub.double.setLatency(300)
    const running = hub.look()
    await expect.poll(() => database.db.look.count({ where: { end: null } })).toBe(1)
    at('2026-11-30T00:00:00Z')
    expect(rulesOf(await publish('2026-W48'))).toEqual(['week.look_running'])
    at('2026-11-29T23:59:59Z')
    await running
    hub.double.setLatency(0)
    at('2026-11-30T06:00:00Z')
    expect((await published('2026-W48')).sections.gating.changes.map((change) => change.kind)).toEqual(['gated'])
  })

  test('in which nothing changed says so', async () => {
    at('2026-12-02T08:00:00Z')
    await hub.look()
    at('2026-12-07T06:00:00Z')
    const { sections } = await published('2026-W49')
    const { licences, models, gating, other, findings, coverage } = sections
    const codes = [licences, models, gating, other, findings, coverage].map((section) => section.statement.code)
    expect(codes).toEqual(['none', 'none', 'none', 'none', 'none', 'all-seen'])
    expect(await bytes('2026-W49', 'csv')).toContain('No licence change this week.')
  })

  test('in which nobody could have seen a change says that instead', async () => {
    await changeSource(hub.ctx, hub.sourceId, { intervalSeconds: 3_600 })
    at('2026-12-14T06:00:00Z')
    const { licences, coverage } = (await published('2026-W50')).sections
    expect(licences.statement.code).toBe('none-seen-with-gaps')
    expect(coverage.sources[0]?.gaps[0]).toMatchObject({ kind: 'stale', lastSeenAt: '2026-12-02T08:00:00.000Z' })
  })
})

test('all that is missing since the first look is published, oldest first, and nothing before it', async () => {
  at('2026-12-30T06:00:00Z')
  const states = (await listReports(database.db, clock.now())).map((one) => `${one.week} ${one.state}`)
  expect(states.slice(0, 4)).toEqual([
    '2026-W53 running',
    '2026-W52 unpublished',
    '2026-W51 unpublished',
    '2026-W50 published',
  ])
  expect(states.at(-1)).toBe('2026-W44 published')
  expect(await publishDueReports(judging(hub.ctx))).toEqual({ published: ['2026-W51', '2026-W52'], refused: [] })
  expect(await publishDueReports(judging(hub.ctx))).toEqual({ published: [], refused: [] })
})

test('publishing is on record with the hashes of all that was stored, and needs the right to publish', async () => {
  const found = await findReport(database.db, week('2026-W47'))
  const event = await database.db.auditEvent.findFirst({ where: { objectId: found?.reportId ?? '' } })
  const hashes = Object.fromEntries(found?.renditions.map(({ format, sha256 }) => [format, sha256]) ?? [])
  expect(event).toMatchObject({
    action: 'report.published',
    actorName: 'worker',
    after: { week: '2026-W47', edition: 1, inputsSha256: found?.inputsSha256, renditions: hashes },
  })
  const viewer: Actor = { kind: 'person', id: 'p', name: 'Vera', role: 'viewer', teamIds: [] }
  await expect(publishWeeklyReport({ ...judging(hub.ctx), actor: viewer }, week('2026-W47'))).rejects.toThrow(Failure)
})
