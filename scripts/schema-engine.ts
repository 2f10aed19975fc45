import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type * as Bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

type Engine = Awaited<ReturnType<typeof Bindings.SchemaEngine.new>>

let loading: Promise<typeof Bindings> | undefined

/** Loads Prisma's engine from its WebAssembly package: the usual binary comes from a host that many networks refuse. */
async function loadBindings(): Promise<typeof Bindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')).replace(
    /schema_engine\.js$/,
    'schema_engine_bg.wasm',
  )
  const module = await WebAssembly.compile(await readFile(file))
  const imports = Object.fromEntries(Object.entries(bindings).filter(([, value]) => typeof value === 'function'))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': imports as WebAssembly.ModuleImports })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return bindings
}

/** Opens Prisma's schema engine on a database; the URL may name one that is never reached when only `diff` is called. */
export async function openSchemaEngine(databaseUrl: string): Promise<Engine> {
  loading ??= loadBindings()
  const bindings = await loading
  const factory: SqlMigrationAwareDriverAdapterFactory = new PrismaPg({ connectionString: databaseUrl, max: 2 })
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

type Datamodel = { path: string; content: string }[]

/** The SQL that leads from one datamodel (null: an empty database) to another. The URL must be reachable, and is not changed. */
export async function diffDatamodels(databaseUrl: string, from: Datamodel | null, to: Datamodel): Promise<string> {
  const engine = await openSchemaEngine(databaseUrl)
  const { stdout } = await engine.diff({
    from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: from },
    to: { tag: 'schemaDatamodel', files: to },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  engine.free()
  return stdout ?? ''
}
