import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, findRunningEmbedded, startEmbeddedPostgres } from '#lib/db/embedded/launcher.ts'

let folder: string
let dataDir: string
const running: EmbeddedPostgres[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-launch-'))
  await chmod(folder, 0o711)
  dataDir = join(folder, 'data')
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  running.push(server)
  return server
}

async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) await server.stop()
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ value: T }>(sql)
    return rows.map((row) => row.value)
  } finally {
    await client.end()
  }
}

function pidFile(server: EmbeddedPostgres): string {
  return join(server.folder, 'cluster', 'postmaster.pid')
}

async function postmasterPid(server: EmbeddedPostgres): Promise<number> {
  return Number((await readFile(pidFile(server), 'utf8')).split('\n')[0])
}

/** Starts a server in a process of its own, and kills that process as soon as the server runs. */
async function startInAProcessThatIsKilled(): Promise<void> {
  const source = `
    import { startEmbeddedPostgres } from '#lib/db/embedded/launcher.ts'
    const server = await startEmbeddedPostgres({ dataDir: process.argv[1], log: () => undefined })
    console.log(await server.claim())
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toContain('true')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the embedded server', () => {
  it('keeps what was written over a stop and a start', async () => {
    const first = await start()
    expect(first.adopted).toBe(false)
    await ask(first.url, `create table kept as select 42 as value`)
    await stopAll()
    expect(await findRunningEmbedded(dataDir)).toBeNull()
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select value from kept')).toEqual([42])
  })

  it('listens on no network address, and its socket lies where only its account can go', async () => {
    const server = await start()
    expect(await ask(server.url, `select current_setting('listen_addresses') as value`)).toEqual([''])
    const stats = await stat(server.socketDir)
    expect(stats.mode & 0o777).toBe(0o700)
    expect(`${server.socketDir}/.s.PGSQL.5432`.length).toBeLessThanOrEqual(107)
  })

  it('checks its pages and sorts alike on every machine', async () => {
    const server = await start()
    expect(await ask(server.url, `select current_setting('data_checksums') as value`)).toEqual(['on'])
    expect(
      await ask(
        server.url,
        `select datlocprovider::text || ' ' || datlocale as value from pg_database where datname = 'weighbridge'`,
      ),
    ).toEqual(['b C.UTF-8'])
  })

  it('lets one instance claim the data folder, and the next as soon as the first is gone', async () => {
    const first = await start()
    const second = await start()
    expect(second.adopted).toBe(true)
    expect(await first.claim()).toBe(true)
    expect(await second.claim()).toBe(false)
    await first.stop()
    running.splice(running.indexOf(first), 1)
    expect(await second.claim()).toBe(true)
  })

  it('goes on running while somebody still uses it, and stops with the last', async () => {
    const first = await start()
    const second = await start()
    await first.stop()
    running.splice(running.indexOf(first), 1)
    expect(await findRunningEmbedded(dataDir)).toEqual({ url: second.url })
    await stopAll()
    expect(existsSync(pidFile(second))).toBe(false)
    expect(existsSync(second.socketDir)).toBe(false)
  })

  it('is joined, and can be claimed, when a killed run left it alive', async () => {
    await startInAProcessThatIsKilled()
    const server = await start()
    expect(server.adopted).toBe(true)
    expect(await server.claim()).toBe(true)
  })

  it('starts again when it was killed itself', async () => {
    const first = await start()
    await ask(first.url, `create table kept as select 7 as value`)
    process.kill(await postmasterPid(first), 'SIGKILL')
    expect(await first.lost).toBeInstanceOf(Error)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select value from kept')).toEqual([7])
  })

  it('is not fooled by a process number that another program has meanwhile', async () => {
    const first = await start()
    const file = pidFile(first)
    const text = await readFile(file, 'utf8')
    await stopAll()
    await writeFile(file, text.replace(/^\d+/, String(process.pid)))
    expect(await findRunningEmbedded(dataDir)).toBeNull()
    expect((await start()).adopted).toBe(false)
  })

  it('is one server when two first starts race', async () => {
    const [a, b] = await Promise.all([start(), start()])
    expect(a.url).toBe(b.url)
    expect([a.adopted, b.adopted].sort()).toEqual([false, true])
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('runs as an account that is not root', async () => {
    const server = await start()
    const uid = execFileSync('stat', ['-c', '%u', `/proc/${await postmasterPid(server)}`], { encoding: 'utf8' })
    expect(Number(uid)).not.toBe(0)
  })

  it('says where the files are when the data folder admits only root, and finds them again', async () => {
    await mkdir(dataDir)
    await chmod(folder, 0o700)
    const sentences: string[] = []
    const first = await startEmbeddedPostgres({ dataDir, log: (sentence) => sentences.push(sentence) })
    try {
      expect(first.isElsewhere).toBe(true)
      expect(sentences.join()).toContain(first.folder)
      await ask(first.url, `create table kept as select 1 as value`)
      await first.stop()
      const second = await startEmbeddedPostgres({ dataDir, log: () => undefined })
      expect(second.folder).toBe(first.folder)
      expect(await ask(second.url, 'select value from kept')).toEqual([1])
      await second.stop()
    } finally {
      await rm(first.folder, { recursive: true, force: true })
    }
  })
})
