import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findReport } from '#lib/reports/queries/reports.ts'
import { isoWeekOf, parseIsoWeek } from '#lib/shared/iso-week.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { moveTo, type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

const database = useDatabase()
const clock = stillClock('2026-11-11T10:00:00.000Z')
let hub: WatchedHub
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-test-'))
  hub = await watchHub(database, clock)
  await hub.look()
  moveTo(clock, '2026-11-18T10:00:00Z')
  hub.double.org.setGated('Qwen/Qwen3-8B', 'manual')
  await hub.look()
  moveTo(clock, '2026-11-24T10:00:00Z')
  await writeFile(join(folder, 'clock'), clock.now().toISOString())
})
afterAll(async () => {
  await hub.double.close()
  await rm(folder, { recursive: true })
})

interface Run {
  code: number
  out: string
  err: string
}

function report(...args: string[]): Promise<Run> {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    WEIGHBRIDGE_TEST: '1',
    WEIGHBRIDGE_TEST_CLOCK: join(folder, 'clock'),
  }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['lib/cli/main.ts', 'report', ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('a finished week is published once, and exactly what is stored is printed in either format', async () => {
  const json = await report('--week', '2026-W47')
  expect(json.err).toContain('published now')
  expect(json.code).toBe(0)
  expect(JSON.parse(json.out)).toMatchObject({
    week: '2026-W47',
    isDraft: false,
    sections: { gating: { changes: [{ kind: 'gated', model: { name: 'Qwen/Qwen3-8B' } }] } },
  })
  const csv = await report('--week', '2026-W47', '--format', 'csv')
  expect(csv.err).toContain('published before')
  const stored = await findReport(database.db, parseIsoWeek('2026-W47') ?? isoWeekOf(clock.now()))
  const hashes = Object.fromEntries(stored?.renditions.map((one) => [one.format, one.sha256]) ?? [])
  expect({ json: sha256(json.out), csv: sha256(csv.out) }).toEqual(hashes)
  expect(await database.db.report.count()).toBe(1)
})

test('the running week is printed as a draft and not stored', async () => {
  const { code, out, err } = await report('--week', '2026-W48', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ week: '2026-W48', isDraft: true })
  expect(err).toContain('nothing was stored')
  expect(await database.db.report.count()).toBe(1)
})

test('a future week is refused with exit code 2, in words or as JSON', async () => {
  const words = await report('--week', '2026-W49')
  expect([words.code, words.out]).toEqual([2, ''])
  expect(words.err).toContain('The week 2026-W49 has not begun.')
  const json = await report('--week', '2027-W01', '--json')
  expect(json.code).toBe(2)
  expect(JSON.parse(json.out)).toMatchObject({ errors: [{ field: '/week', rule: 'week.future' }] })
})

test('what is no week, no format, or both formats at once is refused with exit code 2', async () => {
  const runs = await Promise.all([
    report('--week', '2026-W54', '--json'),
    report('--week', '2026-W47', '--format', 'pdf', '--json'),
    report('--week', '2026-W47', '--format', 'csv', '--json'),
  ])
  expect(runs.map((run) => run.code)).toEqual([2, 2, 2])
  expect(runs.map((run) => JSON.parse(run.out).errors[0].rule)).toEqual([
    'week.malformed',
    'format.unknown',
    'format.conflict',
  ])
})
