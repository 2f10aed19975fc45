import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The checkout. Bundled code cannot find it from its own address, so the command line names it when run from elsewhere. */
const HOME = process.env['WEIGHBRIDGE_HOME'] ?? process.cwd()

export const SCHEMA_FOLDER = join(HOME, 'prisma/schema/')
export const MIGRATIONS_FOLDER = join(HOME, 'prisma/migrations/')

export interface Migration {
  name: string
  sql: string
}

/** Every migration in order. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(`${MIGRATIONS_FOLDER}${name}/migration.sql`, 'utf8') })),
  )
}

/** The Prisma files of a folder as the schema engine wants them. */
export async function readDatamodel(folder: string): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(names.map(async (name) => ({ path: name, content: await readFile(`${folder}${name}`, 'utf8') })))
}
