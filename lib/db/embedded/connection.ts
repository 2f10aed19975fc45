import { Client } from 'pg'
import { OWNER_ROLE } from './cluster.ts'

/** Locks in the maintenance database; the numbers only have to differ from each other. */
const USERS_LOCK = 7_295_101
const INSTANCE_LOCK = 7_295_102

/**
 * The live connection by which a process uses the embedded server. Its locks vanish with the process, however that ends.
 */
export interface ServerConnection {
  socketDir: string
  lost: Promise<Error>
  claim(): Promise<boolean>
  /** Whether no other process uses the server; when so, none can begin to until this connection closes. */
  isLastUser(): Promise<boolean>
  close(): Promise<void>
}

/** A URL that `pg` and Prisma take: the host part is filler, the socket's folder counts. */
export function ownerUrl(socketDir: string, database: string): string {
  return `postgresql://${OWNER_ROLE}@localhost/${database}?host=${encodeURIComponent(socketDir)}`
}

/** Connects as a user of the server and makes the application's database if it is missing; null when nothing answers. */
export async function openConnection(socketDir: string): Promise<ServerConnection | null> {
  const client = new Client({
    connectionString: ownerUrl(socketDir, 'postgres'),
    application_name: 'weighbridge launcher',
    connectionTimeoutMillis: 10_000,
  })
  let isClosing = false
  const lost = new Promise<Error>((resolve) => {
    client.on('error', (error) => {
      if (!isClosing) resolve(error)
    })
  })
  const close = async (): Promise<void> => {
    isClosing = true
    await client.end().catch(() => undefined)
  }
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK])
    await createDatabase(client)
  } catch (error) {
    await close()
    if (isServerGone(error)) return null
    throw error
  }
  const tryLock = async (sql: string, key: number): Promise<boolean> => {
    const { rows } = await client.query<{ isHeld: boolean }>(`select ${sql}($1) as "isHeld"`, [key])
    return rows[0]?.isHeld === true
  }
  return {
    socketDir,
    lost,
    close,
    claim: () => tryLock('pg_try_advisory_lock', INSTANCE_LOCK),
    isLastUser: async () => {
      isClosing = true
      return tryLock('pg_try_advisory_lock', USERS_LOCK).catch(() => true)
    },
  }
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'weighbridge'`)
  if (rowCount !== 0) return
  await client.query('create database weighbridge').catch((error: unknown) => {
    // Two first starts may get here together.
    if (!isCode(error, '42P04') && !isCode(error, '23505')) throw error
  })
}

/** Not there, starting up, shutting down, or cut off meanwhile. */
function isServerGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^(ENOENT|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code) || /^(57P0|08)/.test(code)) return true
  return /Connection terminated|timeout expired/.test(error.message)
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
