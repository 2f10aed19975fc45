import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { record } from '#lib/audit/record.ts'
import { FACT_TABLES } from '#lib/db/append-only.ts'
import { connect } from '#lib/db/client.ts'
import { grantAppRole } from '#lib/db/roles.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { withClient, withEmptyDatabase } from '#tests/support/empty-database.ts'
import { fillEveryTable, listTables } from '#tests/support/every-table.ts'

const database = useDatabase()
// A role belongs to the whole server, so tests that run side by side need one each.
const role = `app_${randomBytes(4).toString('hex')}`

beforeAll(async () => {
  await withClient(database.url, fillEveryTable)
  await grantAppRole(database.url, role)
})

afterAll(async () => {
  await withClient(database.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select rolname as name from pg_roles where starts_with(rolname, $1)',
      [role],
    )
    for (const { name } of rows) await client.query(`drop owned by ${name}; drop role ${name}`)
  })
})

/** The SQLSTATE a statement ends with, or 'done'; nothing of it is kept. */
async function outcomeOf(client: Client, sql: string): Promise<string> {
  await client.query('begin')
  try {
    await client.query(sql)
    return 'done'
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${error.code}: ${error.message}` : String(error)
  } finally {
    await client.query('rollback')
  }
}

const changesOf = (table: string, column: string) => [
  `update "${table}" set "${column}" = "${column}"`,
  `delete from "${table}"`,
  `truncate "${table}" cascade`,
]

async function firstColumn(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1',
    [`"${table}"`],
  )
  return rows[0]?.name ?? ''
}

async function asApp<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(database.url, async (client) => {
    await client.query(`set role ${role}`)
    return work(client)
  })
}

test('every table holds a row to try it on', async () => {
  await withClient(database.url, async (client) => {
    for (const table of await listTables(client))
      expect((await client.query(`select 1 from "${table}"`)).rowCount, table).toBe(1)
  })
})

describe.each(FACT_TABLES)('%s', (table) => {
  test('refuses its owner every change and removal', async () => {
    await withClient(database.url, async (client) => {
      for (const sql of changesOf(table, await firstColumn(client, table))) {
        expect(await outcomeOf(client, sql), sql).toBe(
          `23001: rows of ${table} are facts: they are added, never changed or removed`,
        )
      }
    })
  })

  test('gives the application no right to change or remove, and the right to read and add', async () => {
    await asApp(async (client) => {
      for (const sql of changesOf(table, await firstColumn(client, table)))
        expect(await outcomeOf(client, sql), sql).toMatch(/^42501: permission denied/)
      const { rows } = await client.query(
        `select has_table_privilege($1, 'select') as reads, has_table_privilege($1, 'insert') as adds`,
        [table],
      )
      expect(rows).toEqual([{ reads: true, adds: true }])
    })
  })
})

describe('the application', () => {
  test('may read, add, change and remove what is no fact', async () => {
    await asApp(async (client) => {
      const facts: readonly string[] = FACT_TABLES
      const others = (await listTables(client)).filter((table) => !facts.includes(table))
      expect(others.length).toBeGreaterThan(5)
      for (const table of others) {
        expect(
          await outcomeOf(
            client,
            `update "${table}" set "${await firstColumn(client, table)}" = "${await firstColumn(client, table)}"`,
          ),
          table,
        ).toBe('done')
        const { rows } = await client.query(
          `select has_table_privilege($1, 'select, insert') as adds, has_table_privilege($1, 'delete') as removes`,
          [table],
        )
        expect(rows, table).toEqual([{ adds: true, removes: true }])
      }
    })
  })

  test('can put an event on record, numbered by the database', async () => {
    const url = new URL(database.url)
    url.searchParams.set('options', `-c role=${role}`)
    const db = connect(url.href, { poolSize: 1 })
    try {
      expect(await db.$queryRaw`select current_user::text as name`).toEqual([{ name: role }])
      const before = await db.auditEvent.count()
      const by = {
        actor: { kind: 'automation', id: null, name: 'a test', role: 'administrator', teamIds: [] } as const,
        clock: stillClock(),
      }
      await db.$transaction((tx) => record(tx, by, { action: 'team.created', object: { kind: 'team', id: 'search' } }))
      expect(await db.auditEvent.count()).toBe(before + 1)
      await expect(db.auditEvent.deleteMany()).rejects.toThrow(/denied/)
    } finally {
      await db.$disconnect()
    }
  })

  test('cannot build, drop or unguard anything', async () => {
    await asApp(async (client) => {
      for (const sql of [
        'create table mine (a int)',
        'drop table audit_events cascade',
        'alter table audit_events disable trigger all',
        'drop trigger audit_events_append_only on audit_events',
        `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
        `set session_replication_role = 'replica'`,
        `update _prisma_migrations set finished_at = null`,
      ]) {
        expect(await outcomeOf(client, sql), sql).toMatch(/^42501: /)
      }
    })
  })
})

describe('granting', () => {
  test('again changes nothing', async () => {
    const rights = () =>
      withClient(
        database.url,
        async (client) =>
          (
            await client.query(
              `select relname, relacl::text from pg_class where relnamespace = 'public'::regnamespace order by 1`,
            )
          ).rows,
      )
    const before = await rights()
    await grantAppRole(database.url, role)
    expect(await rights()).toEqual(before)
  })

  test('from several starts at once works for all of them', async () => {
    const starts = await Promise.allSettled(
      Array.from({ length: 4 }, () => grantAppRole(database.url, `${role}_shared`)),
    )
    expect(starts.map((start) => start.status)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'))
  })

  test('on a database without tables fails by name and leaves no role behind', async () => {
    const lone = `${role}_lone`
    await withEmptyDatabase(database.url, async (url) => {
      await expect(grantAppRole(url, lone)).rejects.toThrow(lone)
    })
    await withClient(database.url, async (client) => {
      expect((await client.query('select 1 from pg_roles where rolname = $1', [lone])).rowCount).toBe(0)
    })
  })
})
