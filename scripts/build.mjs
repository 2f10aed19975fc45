import { build } from './lib/built.mjs'
import { step } from './lib/progress.mjs'
import { requireNode } from './lib/project.mjs'
import { makeReady } from './lib/ready.mjs'
import { inTurn } from './lib/turns.mjs'

// `npm run build`: the pages with Next, the worker and the command line as bundles in dist/. Always builds anew.

requireNode()
try {
  await makeReady({ withTools: process.env.NODE_ENV !== 'production', withBuild: false })
  await step('Build', () => inTurn((onStart) => build({ onStart })))
} catch (error) {
  console.error(`\n  ${error.message}`)
  process.exit(1)
}
