import { createHash, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { type Migration, readMigrations } from './migrations.ts'

/** The key of the advisory lock that lets several instances start at once; any constant of ours will do. */
const MIGRATION_LOCK = 7_295_001

/**
 * Brings a database to the newest schema, or to `upTo`; waits for another instance that is doing so, and is a no-op
 * afterwards. Each migration is one transaction together with its row in Prisma's own table, so a killed start leaves
 * either the whole of it or nothing. (Prisma's engine runs statements one by one and cannot promise that.)
 */
export async function migrate(databaseUrl: string, options: { upTo?: string } = {}): Promise<{ applied: string[] }> {
  const { upTo } = options
  const all = await readMigrations()
  const wanted = upTo === undefined ? all : all.filter((migration) => migration.name <= upTo)
  const client = new Client({ connectionString: databaseUrl })
  // A lost connection also fails the statement that was running; without a listener it would end the process first.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(MIGRATIONS_TABLE)
    const done = await finishedMigrations(client)
    const pending = wanted.filter((migration) => !done.has(migration.name))
    for (const migration of pending) await apply(client, migration)
    return { applied: pending.map((migration) => migration.name) }
  } finally {
    await client.end()
  }
}

/** Names of the shipped migrations that a database has not finished. */
export async function pendingMigrations(client: Client): Promise<string[]> {
  const table = await client.query<{ name: string | null }>(`select to_regclass('_prisma_migrations')::text as name`)
  const done = table.rows[0]?.name == null ? new Set() : await finishedMigrations(client)
  return (await readMigrations()).map((migration) => migration.name).filter((name) => !done.has(name))
}

async function finishedMigrations(client: Client): Promise<Set<string>> {
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null',
  )
  return new Set(rows.map((row) => row.migration_name))
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const checksum = createHash('sha256').update(migration.sql).digest('hex')
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, migration.name],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`Migration ${migration.name} failed; nothing of it was kept.`, { cause })
  }
}

/** The table as Prisma's own tools create it, so that `prisma migrate deploy` and `status` agree with us. */
const MIGRATIONS_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
