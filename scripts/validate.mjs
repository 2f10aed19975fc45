import { CHECKS } from './lib/checks.mjs'
import { step } from './lib/progress.mjs'
import { requireNode } from './lib/project.mjs'
import { makeReady } from './lib/ready.mjs'

// `npm run validate`: what can be known in under a minute, before a commit. Two checks at a time, for two cores.

requireNode()
const failures = []
try {
  await makeReady({ withTools: true, withBuild: false })
} catch (error) {
  console.error(`\n  ${error.message}`)
  process.exit(1)
}
const queue = [...CHECKS]
await Promise.all([work(), work()])
for (const { label, message } of failures) console.error(`\n${label}: ${message}`)
console.log(
  failures.length === 0 ? '\n  All checks passed.' : `\n  ${failures.length} of ${CHECKS.length} checks failed.`,
)
process.exit(failures.length === 0 ? 0 : 1)

async function work() {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
    const { label, run } = check
    await step(label, () =>
      run().then(
        () => 'passed',
        (error) => {
          failures.push({ label, message: error.message })
          return 'FAILED'
        },
      ),
    )
  }
}
