import { bundle } from './bundle.mjs'
import { contentHash, topLevelFiles } from './content-hash.mjs'
import { inRoot, pinnedNode } from './project.mjs'
import { runQuietly } from './run.mjs'
import { isStamped, stamped } from './stamp.mjs'

const GENERATED = inRoot('generated', '.weighbridge-stamp')
const BUILT = inRoot('.next', 'weighbridge-stamp')
const SOURCES = ['app', 'lib', 'public', 'prisma/schema']

/** Whether the database client was generated from exactly this schema. */
export function isGenerated() {
  return isStamped(GENERATED, schemaHash())
}

/** Generates the database client. */
export async function generate({ onStart }) {
  await stamped(GENERATED, schemaHash(), () =>
    runQuietly('prisma generate', pinnedNode(), [inRoot('node_modules/prisma/build/index.js'), 'generate'], {
      onStart,
    }),
  )
  return 'generated from the schema'
}

/** Whether the pages, the worker and the command line were built from exactly these sources. */
export function isBuilt() {
  return isStamped(BUILT, sourceHash())
}

/** Builds the pages, and bundles the worker and the command line into `dist/`. */
export async function build({ onStart }) {
  await stamped(BUILT, sourceHash(), async () => {
    const next = inRoot('node_modules/next/dist/bin/next')
    await runQuietly('next build', pinnedNode(), [next, 'build'], {
      onStart,
      env: { NODE_ENV: 'production' },
    })
    await bundle()
  })
  return 'built from the sources'
}

function schemaHash() {
  return contentHash(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
}

function sourceHash() {
  // Not tsconfig.json: the build itself may rewrite it, and nothing in it changes what is built.
  const settings = topLevelFiles(
    (name) =>
      /\.(ts|mjs|json)$/.test(name) && !/^(next-env\.d|tsconfig|vitest\.config|playwright\.config|biome)\b/.test(name),
  )
  return contentHash([...SOURCES, ...settings], (path) => !/\.test\.tsx?$/.test(path))
}
