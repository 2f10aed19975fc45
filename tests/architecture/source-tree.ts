import { globSync, readFileSync } from 'node:fs'
import { FACT_TABLES } from '#lib/db/append-only.ts'
import { type PrismaFile, type PrismaModel, parsePrismaModels } from './prisma-models.ts'
import { parseSource, type SourceFile } from './source-file.ts'

export interface Manifest {
  [group: string]: unknown
}

/** What the rules look at: the whole checkout, or a few files written to try a rule on. */
export interface Tree {
  sources: Map<string, SourceFile>
  models: PrismaModel[]
  manifest: Manifest
  factTables: readonly string[]
}

export interface Violation {
  file: string
  /** What is wrong and what to do instead. */
  sentence: string
}

export interface Rule {
  /** The rule as a promise; also the name of its test. */
  name: string
  check(tree: Tree): Violation[]
}

const PLACES = ['*.ts', '{app,lib,scripts,tests}/**/*.{ts,tsx,mjs}']

/** Reads the checkout the tests run in. */
export function readTree(): Tree {
  const sources = Object.fromEntries(
    globSync(PLACES).map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )
  const prisma = globSync('prisma/schema/*.prisma').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  return makeTree({
    sources,
    prisma,
    manifest: JSON.parse(readFileSync('package.json', 'utf8')),
    factTables: FACT_TABLES,
  })
}

/** A tree of the files given: by path their text. */
export function makeTree(parts: {
  sources?: Record<string, string>
  prisma?: PrismaFile[]
  manifest?: Manifest
  factTables?: readonly string[]
}): Tree {
  const sources = Object.entries(parts.sources ?? {})
    .filter(([path]) => path !== 'next-env.d.ts')
    .map(([path, text]) => [path, parseSource(path, text)] as const)
  return {
    sources: new Map(sources.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    models: parsePrismaModels(parts.prisma ?? []),
    manifest: parts.manifest ?? {},
    factTables: parts.factTables ?? [],
  }
}
