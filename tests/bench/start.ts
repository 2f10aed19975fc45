import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/instance/web.ts'
import { median } from './measure.ts'

const RUNS = 3
/** Time to ready of `npm start`: in a fresh clone of what is committed, nothing installed, and again on the same folder. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-start-'))
  execFileSync('git', ['clone', '--quiet', process.cwd(), folder])
  try {
    const first = await timeToReady(folder)
    const later: number[] = []
    for (let run = 0; run < RUNS; run++) later.push(await timeToReady(folder))
    const bound = await nodeStart()
    console.log(
      `first start: installs, builds, creates the database, loads the catalogue   ${(first / 1000).toFixed(1)} s`,
    )
    console.log(
      `second start (median of ${RUNS})                                               ${(median(later.sort((a, b) => a - b)) / 1000).toFixed(1)} s   aim: 5 s`,
    )
    console.log(
      `bound: npm run of a script that does nothing                              ${(bound / 1000).toFixed(1)} s`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function timeToReady(folder: string): Promise<number> {
  const port = await freePort()
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), DATABASE_URL: '', WEIGHBRIDGE_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be told to stop as Ctrl-C in a terminal tells it: all of it.
    detached: true,
  })
  let said = ''
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('is ready at')) resolve(performance.now() - startedAt)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
  const took = await ready
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.on('exit', resolve))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await ended
  return took
}

async function nodeStart(): Promise<number> {
  const startedAt = performance.now()
  await new Promise((resolve, reject) => {
    spawn('npm', ['exec', '--no', '--', 'node', '-e', ''], { stdio: 'ignore' }).on('exit', resolve).on('error', reject)
  })
  return performance.now() - startedAt
}
