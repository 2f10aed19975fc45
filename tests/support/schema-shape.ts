import type { Client } from 'pg'

/** A schema as sorted sentences, so that two of them can be compared and a difference reads well. */
export interface SchemaShape {
  columns: string[]
  indexes: string[]
  constraints: string[]
  enums: string[]
  sequences: string[]
  triggers: string[]
  functions: string[]
}

// Column order is left out: a column added later stands last, wherever the Prisma file puts it.
const COLUMNS = `
  select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' identity ' || a.attidentity::text else '' end
      || case when a.attgenerated <> '' then ' generated ' || a.attgenerated::text else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
    and c.relname <> '_prisma_migrations'`

const INDEXES = `select indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'`

const CONSTRAINTS = `
  select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.connamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'`

const ENUMS = `
  select t.typname || ' ' || string_agg(e.enumlabel, ', ' order by e.enumsortorder)
  from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace group by t.typname`

const SEQUENCES = `
  select s.relname || ' ' || format_type(q.seqtypid, null) || coalesce(' owned by ' || t.relname || '.' || a.attname, ' owned by nothing')
  from pg_sequence q join pg_class s on s.oid = q.seqrelid
  left join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
  left join pg_class t on t.oid = d.refobjid
  left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where s.relnamespace = 'public'::regnamespace`

const TRIGGERS = `
  select pg_get_triggerdef(g.oid) from pg_trigger g join pg_class c on c.oid = g.tgrelid
  where not g.tgisinternal and c.relnamespace = 'public'::regnamespace`

const FUNCTIONS = `select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace`

/** Reads what the catalogue of PostgreSQL says about the schema `public`. */
export async function readSchemaShape(client: Client): Promise<SchemaShape> {
  const read = async (sql: string) =>
    (await client.query<[string]>({ text: sql, rowMode: 'array' })).rows.map(([line]) => line).sort()
  return {
    columns: await read(COLUMNS),
    indexes: await read(INDEXES),
    constraints: await read(CONSTRAINTS),
    enums: await read(ENUMS),
    sequences: await read(SEQUENCES),
    triggers: await read(TRIGGERS),
    functions: await read(FUNCTIONS),
  }
}
