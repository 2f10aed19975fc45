import { Client } from 'pg'
import { FACT_TABLES } from './append-only.ts'

export const APP_ROLE = 'weighbridge_app'

/**
 * Gives the application's role what it needs and no more: it may read and add everywhere, change and remove only where rows
 * are no facts. Idempotent; called by the owner after migrations.
 */
export async function grantAppRole(ownerUrl: string, role: string = APP_ROLE): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const name = client.escapeIdentifier(role)
    await client.query('begin')
    await ensureRole(client, role)
    await client.query(`select pg_advisory_xact_lock(hashtextextended('roles', 0))`)
    await client.query(`grant usage on schema public to ${name}`)
    await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`)
    await client.query(`grant usage, select on all sequences in schema public to ${name}`)
    await client.query(
      `revoke update, delete, truncate on ${FACT_TABLES.map((table) => client.escapeIdentifier(table)).join(', ')} from ${name}`,
    )
    await client.query(`revoke insert, update, delete on _prisma_migrations from ${name}`)
    const jobs = await client.query(`select 1 from pg_namespace where nspname = 'pgboss'`)
    if (jobs.rowCount !== 0) {
      await client.query(`grant usage on schema pgboss to ${name}`)
      await client.query(`grant select, insert, update, delete on all tables in schema pgboss to ${name}`)
      await client.query(`grant usage, select on all sequences in schema pgboss to ${name}`)
      await client.query(`grant execute on all functions in schema pgboss to ${name}`)
    }
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`The role ${role} could not be given its rights.`, { cause })
  } finally {
    await client.end()
  }
}

const DUPLICATE_OBJECT = '42710'
const UNIQUE_VIOLATION = '23505'

/**
 * Makes the role in the caller's transaction. Roles belong to the whole server, so a lock of this database cannot keep two
 * creators apart: the second one waits for the first and may then fail, which is fine.
 */
async function ensureRole(client: Client, role: string): Promise<void> {
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (exists.rowCount !== 0) return
  await client.query('savepoint making_role')
  try {
    await client.query(`create role ${client.escapeIdentifier(role)} login`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== DUPLICATE_OBJECT && code !== UNIQUE_VIOLATION) throw error
    await client.query('rollback to savepoint making_role')
  }
}
