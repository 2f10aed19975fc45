import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, type OperatingUser, operatingUser } from './operating-user.ts'

/** Where the files of one embedded server are. */
export interface ClusterHome {
  /** The data folder as given, resolved. */
  dataDir: string
  /** Holds everything below; normally `<data folder>/postgres`. */
  folder: string
  cluster: string
  logFile: string
  /** The unprivileged account to run as, or null for our own. */
  user: OperatingUser | null
  /** Whether the files had to live outside the data folder. */
  isElsewhere: boolean
}

/** Written into the data folder when the server's files could not live there. */
const POINTER = 'postgres-is-elsewhere.json'

/** Tells where the files of a data folder's server are, without making anything; null when there never was one. */
export async function findClusterHome(dataDir: string): Promise<ClusterHome | null> {
  if (!existsSync(dataDir)) return null
  const resolved = await realpath(dataDir)
  const elsewhere = await readPointer(resolved)
  const home = homeAt(resolved, elsewhere ?? join(resolved, 'postgres'), elsewhere !== null)
  const stats = await stat(home.cluster).catch(() => null)
  if (stats === null) return null
  const uid = process.getuid?.() ?? 0
  if (uid !== 0 && stats.uid !== uid) {
    throw new Error(
      `The database in ${home.cluster} belongs to another account (uid ${stats.uid}). Start as that account or as root, or set WEIGHBRIDGE_DATA to a folder of your own.`,
    )
  }
  return home
}

/**
 * Chooses and makes the place for a data folder's server. It is the data folder itself, except when we are root and the
 * account PostgreSQL runs as cannot enter it (a checkout under /root): no permission inside helps when a parent is
 * closed, and opening somebody's folder is not ours to do. Then the files live where that account can go, and the data
 * folder says where.
 */
export async function makeClusterHome(dataDir: string, options: { isThrowaway: boolean }): Promise<ClusterHome> {
  const isNew = (await mkdir(dataDir, { recursive: true })) !== undefined
  const isRoot = process.getuid?.() === 0
  if (isNew || (options.isThrowaway && isRoot)) await chmod(dataDir, isRoot ? 0o711 : 0o700)
  const existing = await findClusterHome(dataDir)
  if (existing !== null) return existing

  const resolved = await realpath(dataDir)
  const inside = join(resolved, 'postgres')
  const user = operatingUser(join(inside, 'cluster'))
  if (user === null || canEnter(resolved, user)) {
    await makeFolder(inside, user)
    return homeAt(resolved, inside, false)
  }
  const elsewhere = (await readPointer(resolved)) ?? (await makeElsewhere(resolved, user))
  await makeFolder(elsewhere, user)
  return homeAt(resolved, elsewhere, true)
}

function homeAt(dataDir: string, folder: string, isElsewhere: boolean): ClusterHome {
  const cluster = join(folder, 'cluster')
  return { dataDir, folder, cluster, logFile: join(folder, 'server.log'), user: operatingUser(cluster), isElsewhere }
}

/** As root the folder stays root's and may only be passed through; what the server writes in it is made for it. */
async function makeFolder(folder: string, user: OperatingUser | null): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, user === null ? 0o700 : 0o711)
}

async function makeElsewhere(dataDir: string, user: OperatingUser): Promise<string> {
  // Not derived from the data folder's path: a new checkout at an old path must not find the old one's database.
  const name = `weighbridge-${randomBytes(8).toString('hex')}`
  for (const parent of ['/var/lib', '/var/tmp', tmpdir(), '/tmp']) {
    const folder = join(parent, name)
    const isMade = await mkdir(folder, { mode: 0o711 }).then(
      () => true,
      () => false,
    )
    if (!isMade) continue
    await chmod(folder, 0o711)
    if (canEnter(folder, user)) return await recordPointer(dataDir, folder)
    await rm(folder, { recursive: true, force: true })
  }
  throw new Error(
    `PostgreSQL cannot run as root, and its account "${user.name}" can enter neither ${dataDir} nor any other folder we may make. Set WEIGHBRIDGE_DATA to a folder it can enter, or DATABASE_URL.`,
  )
}

/** Two first starts may choose at once: the pointer written first counts, and the other's folder goes. */
async function recordPointer(dataDir: string, folder: string): Promise<string> {
  const draft = join(dataDir, `${POINTER}.${randomBytes(8).toString('hex')}`)
  await writeFile(draft, `${JSON.stringify({ folder }, null, 2)}\n`)
  const isFirst = await link(draft, join(dataDir, POINTER)).then(
    () => true,
    () => false,
  )
  await rm(draft, { force: true })
  const recorded = isFirst ? folder : await readPointer(dataDir)
  if (recorded === null) throw new Error(`${join(dataDir, POINTER)} could not be written.`)
  if (recorded !== folder) await rm(folder, { recursive: true, force: true })
  return recorded
}

async function readPointer(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, POINTER), 'utf8').catch(() => null)
  if (text === null) return null
  const pointer: { folder?: unknown } = JSON.parse(text)
  if (typeof pointer.folder !== 'string') throw new Error(`${join(dataDir, POINTER)} names no folder.`)
  return pointer.folder
}
