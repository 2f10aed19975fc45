import { type EmbeddedPostgres, startEmbeddedPostgres } from '#lib/db/embedded/launcher.ts'
import { migrate } from '#lib/db/migrate.ts'
import { APP_ROLE } from '#lib/db/roles.ts'
import { step, tell } from '../lib/progress.mjs'
import { otherInstance, recordInstance } from './instance-record.ts'

export interface Database {
  /** What the web server and the worker connect with. */
  url: string
  /** What may also change the schema and the rights. */
  ownerUrl: string
  setUpLink: string | null
  /** Resolves when the embedded server goes away by itself; never for a server that is not ours. */
  lost: Promise<Error>
  stop(): Promise<void>
}

/** Said to whoever started a second instance on one data folder. */
export class AlreadyRunning extends Error {}

/** Starts or reaches the database, brings it to the newest schema and loads what every instance has. */
export async function openDatabase(options: {
  databaseUrl: string | null
  dataDir: string
  address: string
}): Promise<Database> {
  if (options.databaseUrl !== null) {
    const setUpLink = await fill(options.databaseUrl)
    return {
      url: options.databaseUrl,
      ownerUrl: options.databaseUrl,
      setUpLink,
      lost: new Promise(() => undefined),
      stop: async () => undefined,
    }
  }
  const server = await startServer(options.dataDir)
  try {
    if (!(await server.claim())) {
      const other = await otherInstance(options.dataDir)
      const where = other === null ? '' : ` (process ${other.pid}, ${other.address})`
      throw new AlreadyRunning(`Weighbridge already runs on the data folder ${options.dataDir}${where}.`)
    }
    const forget = await recordInstance(options.dataDir, options.address)
    const setUpLink = await fill(server.url)
    return {
      url: asAppRole(server.url),
      ownerUrl: server.url,
      setUpLink,
      lost: server.lost,
      stop: async () => {
        await server.stop()
        await forget()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startServer(dataDir: string): Promise<EmbeddedPostgres> {
  let server: EmbeddedPostgres | undefined
  const notes: string[] = []
  await step('Database', async () => {
    server = await startEmbeddedPostgres({ dataDir, log: (sentence) => notes.push(sentence) })
    return server.adopted ? 'found running' : 'started'
  })
  for (const note of notes) console.log(`  ${note}`)
  if (server === undefined) throw new Error('The database did not start.')
  return server
}

/** Migrates and loads; returns the one-time set-up link while nobody has set the instance up. */
async function fill(ownerUrl: string): Promise<string | null> {
  await step('Schema', async () => {
    const { applied } = await migrate(ownerUrl)
    return applied.length === 0 ? 'up to date' : `${applied.length} migration${applied.length === 1 ? '' : 's'} applied`
  })
  // Loaded only now: what it imports may expect the schema the migrations have just made.
  const { prepare } = await import('#lib/worker/prepare.ts')
  const { setUpLink, steps } = await prepare({ databaseUrl: ownerUrl })
  for (const { name, detail, ms } of steps) tell(`${name.charAt(0).toUpperCase()}${name.slice(1)}`, detail, ms)
  return setUpLink
}

/** The application runs as a role that can change no fact; the socket's folder admits both without a password. */
function asAppRole(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = APP_ROLE
  return url.href
}
