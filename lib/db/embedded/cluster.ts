import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, program } from './binaries.ts'
import type { ClusterHome } from './cluster-home.ts'
import { type OperatingUser, run } from './operating-user.ts'

/** The role that owns the embedded database; the application itself runs as a role with fewer rights. */
export const OWNER_ROLE = 'weighbridge_owner'
const SETTINGS = 'weighbridge.conf'

/** Makes the cluster unless it exists. Its folder gets its name only when whole, so a killed start leaves none. */
export async function ensureCluster(home: ClusterHome, binaries: Binaries, isThrowaway: boolean): Promise<void> {
  if (existsSync(home.cluster)) return refuseOtherVersion(home, binaries)
  const draft = `${home.cluster}.partial-${randomUUID()}`
  await mkdir(draft, { mode: 0o700 })
  await giveTo(draft, home.user)
  const { code, output } = await run(
    program(binaries, 'initdb'),
    [
      `--pgdata=${draft}`,
      `--username=${OWNER_ROLE}`,
      '--auth-local=trust',
      '--auth-host=reject',
      '--data-checksums',
      '--encoding=UTF8',
      '--locale=C',
      // PostgreSQL's own C.UTF-8 sorts and folds alike on every machine, also where the system has no such locale.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(isThrowaway ? ['--no-sync'] : []),
    ],
    home.user,
  )
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true })
    if (existsSync(home.cluster)) return
    throw new Error(`initdb could not make a database in ${home.folder}:\n${output}`)
  }
  const main = join(draft, 'postgresql.conf')
  await writeFile(main, `${await readFile(main, 'utf8')}\ninclude_if_exists '${SETTINGS}'\n`)
  // Somebody else's first start may have been quicker: then theirs is the cluster.
  await rename(draft, home.cluster).catch(() => rm(draft, { recursive: true, force: true }))
}

/** Writes our settings into the cluster; they hold from its next start. */
export async function writeSettings(home: ClusterHome, socket: string, isThrowaway: boolean): Promise<void> {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(isThrowaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  const file = join(home.cluster, SETTINGS)
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${lines.join('\n')}\n`, { mode: 0o600 })
  await giveTo(draft, home.user)
  await rename(draft, file)
}

/** Starts the server and waits until it answers; returns what went wrong, or null. */
export async function startServer(home: ClusterHome, binaries: Binaries): Promise<string | null> {
  const log = await open(home.logFile, 'a', 0o600)
  await log.close()
  await chmod(home.logFile, 0o600)
  await giveTo(home.logFile, home.user)
  const { code, output } = await run(
    program(binaries, 'pg_ctl'),
    ['start', '--pgdata', home.cluster, '--log', home.logFile, '--wait', '--timeout=60', '--silent'],
    home.user,
  )
  if (code === 0) return null
  const tail = (await readFile(home.logFile, 'utf8')).trim().split('\n').slice(-5).join('\n')
  return `${output}\n${tail}`
}

/** Stops the server: `fast` writes everything to disk first, `immediate` is for what is thrown away. */
export async function stopServer(home: ClusterHome, binaries: Binaries, mode: 'fast' | 'immediate'): Promise<void> {
  const { code, output } = await run(
    program(binaries, 'pg_ctl'),
    ['stop', '--pgdata', home.cluster, '--mode', mode, '--wait', '--timeout=60', '--silent'],
    home.user,
  )
  if (code !== 0 && existsSync(join(home.cluster, 'postmaster.pid'))) {
    throw new Error(`PostgreSQL did not stop: ${output}`)
  }
}

async function refuseOtherVersion(home: ClusterHome, binaries: Binaries): Promise<void> {
  const version = (await readFile(join(home.cluster, 'PG_VERSION'), 'utf8')).trim()
  if (binaries.version.split('.')[0] === version) return
  throw new Error(
    `The database in ${home.cluster} was made by PostgreSQL ${version}; this release brings ${binaries.version}. Restore it from a backup made with the release before.`,
  )
}

async function giveTo(path: string, user: OperatingUser | null): Promise<void> {
  if (user !== null) await chown(path, user.uid, user.gid)
}
