import { Client } from 'pg'
import { pendingMigrations } from './migrate.ts'

export type Readiness =
  | { status: 'ready' }
  | { status: 'migrating'; pending: string[] }
  | { status: 'database unreachable' }

/** Whether a database answers and has every migration. */
export async function readinessOf(databaseUrl: string): Promise<Readiness> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const pending = await pendingMigrations(client)
    return pending.length > 0 ? { status: 'migrating', pending } : { status: 'ready' }
  } catch {
    return { status: 'database unreachable' }
  } finally {
    await client.end().catch(() => undefined)
  }
}
