import { access, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { appendOnlySql, FACT_TABLES, REFUSE_CHANGE_SQL } from '#lib/db/append-only.ts'
import { MIGRATIONS_FOLDER, readDatamodel, readMigrations, SCHEMA_FOLDER } from '#lib/db/migrations.ts'
import { diffDatamodels } from './schema-engine.ts'
import { withScratchDatabase } from './scratch-database.ts'

// Writes the next migration: what differs between the datamodel the newest migration arrived at (kept beside its SQL)
// and the Prisma files as they are now, plus the append-only triggers of fact tables that have none yet.

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in snake_case: npm run db:migration -- add_reports')
  process.exit(2)
}

const migrations = await readMigrations()
const newest = migrations.at(-1)
const from = newest ? await readDatamodel(`${MIGRATIONS_FOLDER}${newest.name}/datamodel/`) : null
const to = await readDatamodel(SCHEMA_FOLDER)
// The engine compares two sets of files, yet insists on a server it can reach.
const stdout = await withScratchDatabase((databaseUrl) => diffDatamodels(databaseUrl, from, to))

const earlier = migrations.map((migration) => migration.sql).join('\n')
const everything = `${earlier}\n${stdout}`
const unguarded = FACT_TABLES.filter(
  (table) => everything.includes(`CREATE TABLE "${table}"`) && !earlier.includes(`"${table}_append_only"`),
)
const guards = [
  ...(earlier.includes('function refuse_change()') ? [] : [REFUSE_CHANGE_SQL]),
  ...unguarded.map((table) => appendOnlySql(table)),
]
const isEmpty = stdout.includes('This is an empty migration') || !stdout.trim()
if (isEmpty && guards.length === 0) {
  console.log('Nothing differs: no migration written.')
  process.exit(0)
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = `${MIGRATIONS_FOLDER}${stamp}_${name}`
await access(folder).then(
  () => process.exit(1),
  () => undefined,
)
await mkdir(folder, { recursive: true })
const sqlOnly = guards.length > 0 ? `\n-- only SQL can say: append-only\n${guards.join('\n')}\n-- end\n` : ''
await writeFile(`${folder}/migration.sql`, `${isEmpty ? '' : stdout}${sqlOnly}`)
await rm(`${folder}/datamodel`, { recursive: true, force: true })
await cp(SCHEMA_FOLDER, `${folder}/datamodel`, { recursive: true })
console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql`)
