import { Client } from 'pg'

/** Gives a lock back. */
export type Release = () => Promise<void>

/**
 * Takes a named lock that ends with its holder, even a killed one: an advisory lock on a connection of its own. Null when
 * somebody else holds it.
 */
export async function tryLock(databaseUrl: string, name: string): Promise<Release | null> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  // A dropped connection has dropped the lock too; the work it guarded fails on its own next statement.
  client.on('error', () => undefined)
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
    [name],
  )
  if (rows[0]?.taken) return () => client.end()
  await client.end()
  return null
}
