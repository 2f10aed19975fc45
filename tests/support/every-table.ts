import { createHash } from 'node:crypto'
import type { Client } from 'pg'

interface Column {
  table: string
  name: string
  type: string
  isRequired: boolean
  /** Filled by the database itself, and better left to it. */
  isOwn: boolean
  enumLabel: string | null
  /** A value the column's own check names. */
  allowed: string | null
}

interface Reference {
  table: string
  columns: string[]
  parent: string
  parentColumns: string[]
}

const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as "isRequired",
    a.attgenerated <> '' or a.attidentity = 'a' or coalesce(pg_get_expr(d.adbin, d.adrelid), '') ~ 'nextval|pg_current_xact_id' as "isOwn",
    (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as "enumLabel",
    (select substring(pg_get_constraintdef(k.oid) from 'ARRAY\\[''([^'']*)''') from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> '_prisma_migrations'
  order by c.relname, a.attnum`

const REFERENCES = `
  select c.relname as table, p.relname as parent,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.n order by u.i) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = p.oid and a.attnum = u.n order by u.i) as "parentColumns"
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace`

/** Names of our tables, sorted. */
export async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<Column>(COLUMNS)
  return [...new Set(rows.map((row) => row.table))]
}

/**
 * Adds one row to every table, parents first, with a value in every column that can have one. It reads the catalogue of the
 * database, so it fits a schema of any age.
 */
export async function fillEveryTable(client: Client): Promise<void> {
  const { rows: columns } = await client.query<Column>(COLUMNS)
  const { rows: references } = await client.query<Reference>(REFERENCES)
  const waiting = new Map(Map.groupBy(columns, (column) => column.table))
  const filled = new Set<string>()
  while (waiting.size > 0) {
    const ready = [...waiting].find(([table, own]) =>
      needs(table, own, references).every((parent) => filled.has(parent)),
    )
    if (!ready) throw new Error(`Tables need each other in a circle: ${[...waiting.keys()].join(', ')}`)
    const [table, own] = ready
    await fill(
      client,
      table,
      own,
      references.filter((one) => one.table === table),
      filled,
    )
    waiting.delete(table)
    filled.add(table)
  }
}

/** Every table's rows, column by column as text, so that "unchanged" means every byte. */
export async function readEveryTable(client: Client): Promise<Map<string, Record<string, string | null>[]>> {
  const { rows: columns } = await client.query<Column>(COLUMNS)
  const contents = new Map<string, Record<string, string | null>[]>()
  for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
    const list = own.map(({ name }) => `"${name}"::text`).join(', ')
    contents.set(table, (await client.query(`select ${list} from "${table}" order by ${list}`)).rows)
  }
  return contents
}

function needs(table: string, own: Column[], references: Reference[]): string[] {
  return references
    .filter(
      (one) =>
        one.table === table && one.columns.some((name) => own.find((column) => column.name === name)?.isRequired),
    )
    .map((one) => one.parent)
}

async function fill(
  client: Client,
  table: string,
  own: Column[],
  references: Reference[],
  filled: ReadonlySet<string>,
): Promise<void> {
  const values = new Map<string, unknown>(
    own.filter((column) => !column.isOwn).map((column) => [column.name, valueFor(column)]),
  )
  for (const { columns, parent, parentColumns } of references) {
    // A parent that is filled later, or the table itself, cannot be pointed at yet.
    const list = parentColumns.map((name) => `"${name}"`).join(', ')
    const row = filled.has(parent) ? (await client.query(`select ${list} from "${parent}" limit 1`)).rows[0] : undefined
    for (const [index, name] of columns.entries()) values.set(name, row?.[parentColumns[index] ?? ''] ?? null)
  }
  const names = [...values.keys()]
  const places = names.map((_, index) => `$${index + 1}`)
  await client.query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
    [...values.values()],
  )
}

function valueFor({ table, name, type, enumLabel, allowed }: Column): unknown {
  const seed = createHash('sha256').update(`${table}.${name}`).digest('hex')
  if (enumLabel !== null) return enumLabel
  if (allowed !== null) return allowed
  switch (type) {
    case 'uuid':
      return `${seed.slice(0, 8)}-${seed.slice(8, 12)}-7${seed.slice(13, 16)}-8${seed.slice(17, 20)}-${seed.slice(20, 32)}`
    case 'text':
    case 'character varying':
      return `${table}.${name} “${seed.slice(0, 6)}”`
    case 'text[]':
      return [name, '', 'é,"\\']
    case 'smallint':
    case 'integer':
    case 'bigint':
      return Number.parseInt(seed.slice(0, 4), 16) % 32_000
    case 'double precision':
    case 'numeric':
      return 0.1 + Number.parseInt(seed.slice(0, 4), 16)
    case 'boolean':
      return true
    case 'bytea':
      return Buffer.from(`00ff0a${seed}`, 'hex')
    case 'date':
      return '2026-02-28'
    case 'timestamp with time zone':
      return '2026-01-02T03:04:05.678Z'
    case 'jsonb':
      return JSON.stringify({ of: name, list: [1, null, 'ß'], deep: { empty: {} } })
    default:
      throw new Error(`${table}.${name} is of type ${type}: say here how a value of it looks.`)
  }
}
