import { defineConfig } from 'prisma/config'

// `prisma generate` never runs the schema engine, yet the CLI insists on downloading one; naming any
// executable keeps a machine without that host able to generate.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
