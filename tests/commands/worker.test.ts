import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setUpUnattended } from '#lib/auth/commands/set-up.ts'
import type { Job } from '#lib/ctx.ts'
import { readEnvironment } from '#lib/environment.ts'
import { ensureHubSource } from '#lib/upstream/commands/sources.ts'
import { type AppCtx, automation, installJobQueue, openRuntime, type Runtime } from '#lib/wiring.ts'
import { JOB_HANDLERS } from '#lib/worker/job-handlers.ts'
import { queueDueWork } from '#lib/worker/queue-due-work.ts'
import { type RunningWorker, startWorker } from '#lib/worker/worker.ts'
import { PASSWORD, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { withClient } from '#tests/support/empty-database.ts'
import { type HubDouble, startHubDouble } from '#tests/support/hub-double/server.ts'

// One installation, told in order: before set-up, then a worker inside this process, then one of its own.
const database = useDatabase()
const PATIENT = { timeout: 20_000, interval: 100 }

let folder: string
let double: HubDouble
let runtime: Runtime
let ctx: AppCtx
let sourceId: string
let env: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-test-'))
  await setClock('2026-11-18T10:00:00Z')
  double = await startHubDouble()
  for (const name of ['Qwen/Qwen3-8B', 'Qwen/Qwen3-4B']) double.org.addRepository(name)
  env = {
    DATABASE_URL: database.url,
    HF_ENDPOINT: double.url,
    WEIGHBRIDGE_TEST: '1',
    WEIGHBRIDGE_TEST_CLOCK: join(folder, 'clock'),
  }
  await installJobQueue(database.url)
  runtime = openRuntime(database.url, readEnvironment(env), { poolSize: 4 })
  ctx = runtime.ctxFor(automation('worker'))
  sourceId = (await ensureHubSource(ctx, 'Qwen')).id
})
afterAll(async () => {
  await runtime.close()
  await double.close()
  await rm(folder, { recursive: true })
})

async function setClock(instant: string): Promise<void> {
  const path = join(folder, 'clock')
  await writeFile(path, instant)
  await utimes(path, new Date(), new Date())
}

const enqueue = (job: Job) => ctx.transaction((tx) => ctx.enqueue(tx, job))
const endedLooks = () => database.db.lookEnd.count()

async function waiting(queue: string): Promise<number> {
  const { rows } = await withClient(database.url, (client) =>
    client.query<{ n: number }>(`select count(*)::int as n from pgboss.job where name = $1 and state = 'created'`, [
      queue,
    ]),
  )
  return rows[0]?.n ?? 0
}

async function stateOfJobBy(startedBy: string): Promise<string | undefined> {
  const { rows } = await withClient(database.url, (client) =>
    client.query<{ state: string }>(`select state from pgboss.job where data->>'startedBy' = $1`, [startedBy]),
  )
  return rows[0]?.state
}

describe('what is due', () => {
  test('is nothing before set-up is finished', async () => {
    expect(await queueDueWork(ctx)).toEqual({ looks: 0 })
    expect(await waiting('look')).toBe(0)
  })

  test('is a source nobody looked at yet, queued once however often it is asked', async () => {
    worked(await setUpUnattended(ctx, { email: 'ada@example.com', name: 'Ada', password: PASSWORD }))
    expect(await queueDueWork(ctx)).toEqual({ looks: 1 })
    expect(await queueDueWork(ctx)).toEqual({ looks: 1 })
    expect([await waiting('look'), await waiting('judge')]).toEqual([1, 1])
  })
})

describe('a worker', () => {
  const lines: string[] = []
  let worker: RunningWorker

  beforeAll(async () => {
    worker = await startWorker(runtime, (line) => lines.push(line))
  })
  afterAll(() => worker.stop(1_000))

  test('has a handler for every queue there is', async () => {
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ name: string }>(`select name from pgboss.queue where name not like '\\_\\_pgboss%'`),
    )
    expect(Object.keys(JOB_HANDLERS).sort()).toEqual(rows.map((row) => row.name).sort())
  })

  test('looks at what is due', async () => {
    await expect.poll(endedLooks, PATIENT).toBe(1)
    expect(await database.db.look.findFirst()).toMatchObject({ sourceId, trigger: 'schedule', startedBy: 'worker' })
    expect(await queueDueWork(ctx)).toEqual({ looks: 0 })
  })

  test('leaves out a scheduled look that is no longer due', async () => {
    // A worker that starts may have queued a look of its own; while that one waits, another for the same source is dropped.
    await expect.poll(() => waiting('look'), PATIENT).toBe(0)
    await enqueue({ queue: 'look', data: { sourceId, trigger: 'schedule', startedBy: 'late' }, key: sourceId })
    await expect.poll(() => stateOfJobBy('late'), PATIENT).toBe('completed')
    expect(await database.db.look.count()).toBe(1)
  })

  test('judges what was touched, also where nobody could say so any more', async () => {
    await expect.poll(() => database.db.touched.count(), PATIENT).toBe(0)
    await database.db.touched.create({ data: { kind: 'model', id: sourceId, at: new Date() } })
    await queueDueWork(ctx)
    await expect.poll(() => database.db.touched.count(), PATIENT).toBe(0)
  })

  test('tells a failed job in one line and goes on with the next', async () => {
    await enqueue({ queue: 'look', data: { sourceId: 'no\nid', trigger: 'schedule', startedBy: 'test' } })
    await expect.poll(() => lines.filter((line) => line.startsWith('look failed')), PATIENT).toHaveLength(1)
    expect(lines.join('')).not.toContain('\n')
    await enqueue({ queue: 'look', data: { sourceId, trigger: 'person', startedBy: 'Ada' }, key: sourceId })
    await expect.poll(endedLooks, PATIENT).toBe(2)
  })

  test('publishes on the schedule, in UTC, every finished week that has no report', async () => {
    const { rows } = await withClient(database.url, (client) =>
      client.query(`select name, cron, timezone, options->>'missed' as missed from pgboss.schedule`),
    )
    expect(rows).toEqual([{ name: 'publish-report', cron: '0 6 * * 1', timezone: 'UTC', missed: 'once' }])
    await setClock('2026-11-30T06:00:00Z')
    await enqueue({ queue: 'publish-report', data: {} })
    await expect.poll(() => database.db.report.count(), PATIENT).toBe(2)
    const reports = await database.db.report.findMany({ orderBy: { publishedAt: 'asc' } })
    expect(reports.map((report) => [report.isoWeek, report.publishedBy])).toEqual([
      ['2026-W47', 'worker'],
      ['2026-W48', 'worker'],
    ])
  })
})

describe('the worker process', () => {
  let child: ChildProcess | undefined

  afterEach(() => child?.kill('SIGKILL'))

  async function start(): Promise<ChildProcess> {
    child = fork('lib/worker/main.ts', { env: { ...process.env, ...env }, execArgv: [], stdio: 'inherit' })
    return child
  }

  test('ends when the channel to its starter closes', async () => {
    const looks = await endedLooks()
    const started = await start()
    await expect.poll(endedLooks, PATIENT).toBe(looks + 1)
    started.disconnect()
    expect(await once(started, 'exit')).toEqual([0, null])
  })

  test('that is told to stop in the middle of a look ends soon, and the next one looks at once', async () => {
    await setClock('2026-12-02T06:00:00Z')
    double.setLatency(30_000)
    const started = await start()
    await expect.poll(() => database.db.look.count({ where: { end: null } }), PATIENT).toBe(1)
    const toldAt = Date.now()
    started.kill('SIGTERM')
    await once(started, 'exit')
    expect(Date.now() - toldAt).toBeLessThan(10_000)
    double.setLatency(0)
    const looks = await endedLooks()
    await start()
    await expect.poll(endedLooks, PATIENT).toBe(looks + 2)
    const ends = await database.db.lookEnd.findMany({ orderBy: [{ look: { startedAt: 'asc' } }, { lookId: 'asc' }] })
    expect(ends.slice(-2).map((end) => end.outcome)).toEqual(['interrupted', 'complete'])
  })

  test('without a database says what to do and ends', async () => {
    const started = fork('lib/worker/main.ts', {
      env: { ...process.env, WEIGHBRIDGE_DATA: join(folder, 'nothing'), DATABASE_URL: '' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    started.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    expect(await once(started, 'close')).toEqual([3, null])
    expect(said).toContain('DATABASE_URL')
  })
})
