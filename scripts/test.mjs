import { mkdirSync } from 'node:fs'
import { findBrowser } from './lib/browser.mjs'
import { FORMAT_AND_LINT, TYPES } from './lib/checks.mjs'
import { step } from './lib/progress.mjs'
import { inRoot, pinnedNode, requireNode } from './lib/project.mjs'
import { makeReady } from './lib/ready.mjs'
import { runAloud } from './lib/run.mjs'
import { add, closingLine, countReport, forgetReport, NOTHING, readPlaywright, readVitest } from './lib/tally.mjs'

// `npm test`: installs what is missing, a browser included, runs every kind of test, and ends with one line that adds up
// all of them. `npm test -- unit database` runs only those kinds.

const KINDS = {
  checks: runChecks,
  unit: () => runVitest('unit'),
  architecture: () => runVitest('architecture'),
  database: () => runVitest('database'),
  journeys: runPlaywright,
}

requireNode()
const asked = process.argv.slice(2)
const unknown = asked.filter((kind) => !(kind in KINDS))
if (unknown.length > 0) {
  console.error(`There is no kind of test named ${unknown.join(', ')}; there are ${Object.keys(KINDS).join(', ')}.`)
  process.exit(2)
}
const kinds = Object.keys(KINDS).filter((kind) => asked.length === 0 || asked.includes(kind))

// Tests bring their own database and their own settings; what the caller's instance uses must not leak into them.
for (const name of Object.keys(process.env)) {
  if (/^(WEIGHBRIDGE_|DATABASE_URL$|AUTH_|HF_|SMTP_URL$|SLACK_|PORT$|HOST$)/.test(name)) delete process.env[name]
}
const REPORTS = inRoot('.cache', 'reports')

let total = NOTHING
const perKind = []
try {
  await makeReady({ withTools: true, withBuild: kinds.includes('journeys') })
  mkdirSync(REPORTS, { recursive: true })
  for (const kind of kinds) {
    console.log(`\n  ${kind}\n`)
    const begun = performance.now()
    const counts = await KINDS[kind]()
    perKind.push({ kind, counts, ms: performance.now() - begun })
    total = add(total, counts)
  }
} catch (error) {
  console.error(`\n  ${error.message}`)
  total = add(total, { ...NOTHING, failed: 1 })
}

console.log('')
for (const { kind, counts, ms } of perKind) {
  console.log(`  ${kind.padEnd(16)} ${closingLine(counts).padEnd(52)} ${(ms / 1000).toFixed(1)} s`)
}
console.log(`\n${closingLine(total)}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

/** Each check counts as one test. */
async function runChecks() {
  let counts = NOTHING
  for (const { label, run } of [FORMAT_AND_LINT, TYPES]) {
    await step(label, () =>
      run().then(
        () => {
          counts = add(counts, { ...NOTHING, passed: 1 })
          return 'passed'
        },
        (error) => {
          counts = add(counts, { ...NOTHING, failed: 1 })
          return `FAILED\n${error.message}\n`
        },
      ),
    )
  }
  return counts
}

async function runVitest(project) {
  const file = inRoot('.cache', 'reports', `${project}.json`)
  forgetReport(file)
  const code = await runAloud(pinnedNode(), [
    inRoot('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return countReport(file, code, readVitest)
}

async function runPlaywright() {
  let browser
  await step('Browser', async () => {
    browser = await findBrowser()
    return browser.origin
  })
  const file = inRoot('.cache', 'reports', 'journeys.json')
  forgetReport(file)
  const code = await runAloud(
    pinnedNode(),
    [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
    { env: { PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  )
  return countReport(file, code, readPlaywright)
}
