import { chmod, chown, lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClusterHome } from './cluster-home.ts'
import { canEnter, type OperatingUser } from './operating-user.ts'

/** The system's limit for the path of a socket, less the name PostgreSQL gives it. */
const LONGEST_FOLDER = 107 - '/.s.PGSQL.5432'.length

/**
 * The folder of the server's socket: a short one in the temporary folder that only its account may enter (which is why
 * the connection needs no password), remembered in the data folder and used again while it stands.
 */
export async function socketFolder(home: ClusterHome): Promise<string> {
  const record = join(home.dataDir, 'postgres-socket')
  const remembered = (await readFile(record, 'utf8').catch(() => '')).trim()
  if (remembered && (await isOurs(remembered, home.user))) return remembered
  const folder = await makeFolder(home.user)
  await writeFile(record, `${folder}\n`)
  return folder
}

/** Removes the folder of a server that has stopped. */
export async function forgetSocketFolder(home: ClusterHome, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await rm(join(home.dataDir, 'postgres-socket'), { force: true })
}

async function makeFolder(user: OperatingUser | null): Promise<string> {
  for (const parent of [tmpdir(), '/tmp']) {
    const isTooLong = Buffer.byteLength(join(parent, 'weighbridge-XXXXXX')) > LONGEST_FOLDER
    if (isTooLong || (user !== null && !canEnter(parent, user))) continue
    const folder = await mkdtemp(join(parent, 'weighbridge-'))
    await chmod(folder, 0o700)
    if (user !== null) await chown(folder, user.uid, user.gid)
    return folder
  }
  throw new Error(`No temporary folder is short and open enough for a socket: ${tmpdir()} is not. Set TMPDIR to one.`)
}

/** In a folder everybody may write to, only a real folder of the right owner and mode counts as the one we made. */
async function isOurs(folder: string, user: OperatingUser | null): Promise<boolean> {
  const stats = await lstat(folder).catch(() => null)
  const uid = user?.uid ?? process.getuid?.()
  return stats?.isDirectory() === true && stats.uid === uid && (stats.mode & 0o077) === 0
}
