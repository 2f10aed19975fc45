import { Client } from 'pg'
import { pendingMigrations } from '#lib/db/migrate.ts'
import { webRuntime } from '#lib/wiring.ts'

export const dynamic = 'force-dynamic'

/** Ready: the database is reachable and every migration is applied. */
export async function GET(): Promise<Response> {
  const client = new Client({ connectionString: webRuntime().databaseUrl, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    const pending = await pendingMigrations(client)
    if (pending.length > 0) return Response.json({ status: 'migrating', pending }, { status: 503 })
    return Response.json({ status: 'ready' })
  } catch {
    return Response.json({ status: 'database unreachable' }, { status: 503 })
  } finally {
    await client.end().catch(() => undefined)
  }
}
