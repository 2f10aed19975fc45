import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The account PostgreSQL runs as when we are root. */
export interface OperatingUser {
  name: string
  uid: number
  gid: number
}

const PREFERRED = ['postgres', 'nobody']

/**
 * The unprivileged account to run PostgreSQL as, or null when that is simply our own. As root it is the owner of the
 * existing cluster if there is one, so that a data folder made by an ordinary user stays that user's.
 */
export function operatingUser(cluster: string): OperatingUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readAccounts()
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid)
    return known ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  for (const name of PREFERRED) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid !== 0)
    if (account !== undefined) return account
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and this machine has no account named ${PREFERRED.join(' or ')}. Run as an ordinary user, or name a server in DATABASE_URL.`,
  )
}

/** Whether that user can enter a folder: asked of the system itself, which also knows mounts and access lists. */
export function canEnter(folder: string, user: OperatingUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...as(user), cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether that user can run a program (and read the libraries it loads). */
export function canRun(program: string, user: OperatingUser): boolean {
  return spawnSync(program, ['--version'], { ...as(user), cwd: '/', stdio: 'ignore' }).status === 0
}

/** Runs a program as that user to its end and returns its exit code with everything it said. */
export function run(
  program: string,
  args: string[],
  user: OperatingUser | null,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    // Messages in English, times in UTC; nothing else of our environment (secrets, PG* variables) concerns the server.
    const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const child = spawn(program, args, {
      ...as(user),
      cwd: '/',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
}

function as(user: OperatingUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid }
}

function readAccounts(): OperatingUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}
