import { Client } from 'pg'
import type { Queryable } from './client.ts'

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

/** Whether somebody holds a lock of that name now. */
export async function isLocked(db: Queryable, name: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    select exists (
      select 1 from pg_locks l cross join (select hashtextextended(${name}, 0) as key) k
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = ((k.key >> 32) & 4294967295)::oid and l.objid = (k.key & 4294967295)::oid
    ) as held`
  return row?.held ?? false
}
