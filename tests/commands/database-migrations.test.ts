import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { FACT_TABLES } from '#lib/db/append-only.ts'
import { migrate, pendingMigrations } from '#lib/db/migrate.ts'
import { MIGRATIONS_FOLDER, readDatamodel, readMigrations, SCHEMA_FOLDER } from '#lib/db/migrations.ts'
import { diffDatamodels } from '#scripts/schema-engine.ts'
import { useDatabase } from '#tests/support/database.ts'
import { withClient, withEmptyDatabase } from '#tests/support/empty-database.ts'
import { fillEveryTable, listTables, readEveryTable } from '#tests/support/every-table.ts'
import { readSchemaShape, type SchemaShape } from '#tests/support/schema-shape.ts'

/** What the Prisma files cannot say and migrations therefore add, each with the reason. */
const ONLY_SQL: { part: keyof SchemaShape; lines: RegExp; because: string }[] = [
  { part: 'functions', lines: /^refuse_change\(\)$/, because: 'what the append-only triggers call' },
  {
    part: 'triggers',
    lines: /_append_only BEFORE (DELETE OR UPDATE|UPDATE OR DELETE) .* refuse_change\(\)$/,
    because: 'facts are never changed or removed',
  },
  { part: 'triggers', lines: /_no_truncate BEFORE TRUNCATE .* refuse_change\(\)$/, because: 'nor removed all at once' },
  { part: 'indexes', lines: /text_clauses_words_idx/, because: 'the search reads words, which Prisma cannot index' },
]

const migrations = await readMigrations()
const database = useDatabase()

const shapeOf = (url: string) => withClient(url, readSchemaShape)
const pendingOf = (url: string) => withClient(url, pendingMigrations)

describe('the schema that migrations build', () => {
  test('is the one the Prisma files describe, but for what only SQL can say', async () => {
    const built = await withEmptyDatabase(database.url, async (url) => {
      await migrate(url)
      return shapeOf(url)
    })
    const described = await withEmptyDatabase(database.url, async (url) => {
      const sql = await diffDatamodels(url, null, await readDatamodel(SCHEMA_FOLDER))
      await withClient(url, (client) => client.query(sql))
      return shapeOf(url)
    })
    for (const { part, lines } of ONLY_SQL) built[part] = built[part].filter((line) => !lines.test(line))
    expect(built).toEqual(described)
    expect(described.columns.length).toBeGreaterThan(100)
  })

  test('guards every fact table by two triggers and no other table', async () => {
    const { triggers } = await shapeOf(database.url)
    const expected = FACT_TABLES.flatMap((table) => [`${table}_append_only`, `${table}_no_truncate`])
    expect(triggers.map((line) => /TRIGGER (\w+)/.exec(line)?.[1]).toSorted()).toEqual(expected.toSorted())
  })

  test('is, but for comments, the datamodel kept beside the newest migration, so that the next one starts where this ended', async () => {
    const kept = await readDatamodel(`${MIGRATIONS_FOLDER}${migrations.at(-1)?.name}/datamodel/`)
    const sql = await diffDatamodels(database.url, kept, await readDatamodel(SCHEMA_FOLDER))
    expect(sql.replace(/^--.*$/gm, '').trim()).toBe('')
  })

  test('says between markers what only SQL can say', () => {
    for (const { name, sql } of migrations) {
      const outside = sql.replace(/^-- only SQL can say[^\n]*\n.*?^-- end$/gms, '')
      expect(outside, name).not.toMatch(/create (or replace )?(function|trigger|view|rule)/i)
    }
  })
})

describe('an upgrade', () => {
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1]
    if (before === undefined) continue
    test(`to ${migration.name} keeps every row of every table, byte for byte`, async () => {
      await withEmptyDatabase(database.url, async (url) => {
        await migrate(url, { upTo: before.name })
        const old = await withClient(url, async (client) => {
          await fillEveryTable(client)
          return readEveryTable(client)
        })
        expect([...old].filter(([, rows]) => rows.length === 0)).toEqual([])

        await migrate(url, { upTo: migration.name })
        const kept = await withClient(url, readEveryTable)
        for (const [table, rows] of old) {
          const columns = Object.keys(rows[0] ?? {})
          const now = kept.get(table)?.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))
          expect(now, table).toEqual(rows)
        }
      })
    })
  }

  test('that fails in its middle leaves nothing of itself, and is made good later', async () => {
    await halfWay(async (url, { obstacle, before, expectUntouched }) => {
      await withClient(url, (client) => client.query(`create table "${obstacle}" (in_the_way int)`))
      const shape = await shapeOf(url)
      await expect(migrate(url)).rejects.toThrow('nothing of it was kept')
      expect(await shapeOf(url)).toEqual(shape)
      await withClient(url, (client) => client.query(`drop table "${obstacle}"`))
      await expectUntouched(before)
    })
  })

  test('whose connection is killed in its middle leaves nothing of itself, and is made good later', async () => {
    await halfWay(async (url, { obstacle, before, expectUntouched }) => {
      const blocker = new Client({ connectionString: url })
      await blocker.connect()
      // A table of that name that nobody has committed yet makes the migration wait exactly there.
      await blocker.query('begin')
      await blocker.query(`create table "${obstacle}" (in_the_way int)`)
      const upgrade = migrate(url).then(
        () => 'done',
        () => 'failed',
      )
      await killWhoWaitsFor(url, blocker)
      expect(await upgrade).toBe('failed')
      await blocker.query('rollback')
      await blocker.end()
      await expectUntouched(before)
    })
  })
})

test('several instances that start at once all find the newest schema, and each migration ran once', async () => {
  await withEmptyDatabase(database.url, async (url) => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(url)))
    expect(runs.flatMap((run) => run.applied)).toEqual(migrations.map((migration) => migration.name))
    expect(await pendingOf(url)).toEqual([])
    expect((await migrate(url)).applied).toEqual([])
  })
})

test('a database nobody has migrated tells every migration as pending', async () => {
  await withEmptyDatabase(database.url, async (url) => {
    expect(await pendingOf(url)).toEqual(migrations.map((migration) => migration.name))
  })
})

interface HalfWay {
  /** The last table the next migration creates. */
  obstacle: string
  before: SchemaShape
  expectUntouched(before: SchemaShape): Promise<void>
}

/** A database one migration short of one that creates several tables. */
async function halfWay(work: (url: string, half: HalfWay) => Promise<void>): Promise<void> {
  const tables = migrations.map(({ sql }) => [...sql.matchAll(/CREATE TABLE "(\w+)"/g)].map((match) => match[1]))
  const at = tables.findLastIndex((created, index) => index > 0 && created.length > 1)
  const obstacle = tables[at]?.at(-1)
  const upTo = migrations[at - 1]?.name
  if (obstacle === undefined || upTo === undefined)
    throw new Error('No migration after the first creates several tables.')
  await withEmptyDatabase(database.url, async (url) => {
    await migrate(url, { upTo })
    const before = await shapeOf(url)
    await work(url, {
      obstacle,
      before,
      expectUntouched: async (old) => {
        expect(await shapeOf(url)).toEqual(old)
        expect(await pendingOf(url)).toEqual(migrations.slice(at).map((migration) => migration.name))
        expect((await migrate(url)).applied).toEqual(migrations.slice(at).map((migration) => migration.name))
        expect(await withClient(url, listTables)).toContain(obstacle)
      },
    })
  })
}

async function killWhoWaitsFor(url: string, blocker: Client): Promise<void> {
  const { rows } = await blocker.query<{ pid: number }>('select pg_backend_pid() as pid')
  // On another connection: inside its transaction the blocker would see one unchanging picture of who waits.
  await withClient(url, async (client) => {
    for (;;) {
      const killed = await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and $1 = any (pg_blocking_pids(pid))',
        [rows[0]?.pid],
      )
      if (killed.rowCount !== 0) return
      await setTimeout(5)
    }
  })
}
