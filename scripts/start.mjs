#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { problemsIn } from './lib/environment.mjs'
import { isAlive } from './lib/process-identity.mjs'
import { childEnvironment, dataFolder, inRoot, pinnedNode, requireNode, root } from './lib/project.mjs'
import { makeReady } from './lib/ready.mjs'

// `npm start`: plain JavaScript without dependencies, for this runs on whatever Node the machine has and before anything
// is installed. It installs, generates and builds what is missing and hands over to scripts/serve.ts on the pinned Node.

requireNode()
const problems = problemsIn(process.env)
if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exit(2)
}
const dataDir = dataFolder()
refuseSecondInstance()

console.log('\n  Weighbridge\n')
try {
  await makeReady({ withTools: process.env.NODE_ENV !== 'production', withBuild: true })
} catch (error) {
  console.error(`\n  ${error.message}`)
  process.exit(3)
}

const instance = spawn(pinnedNode(), [inRoot('scripts', 'serve.ts')], {
  cwd: root,
  env: childEnvironment({ WEIGHBRIDGE_DATA: dataDir }),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
instance.on('exit', (code) => process.exit(code ?? 3))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => instance.kill(signal))
stopWithNpm()

/** Said before an hour of building, not after; the lock in the database is what decides. */
function refuseSecondInstance() {
  if (process.env.DATABASE_URL) return
  try {
    const record = JSON.parse(readFileSync(resolve(dataDir, 'instance.json'), 'utf8'))
    if (!isAlive(record.process)) return
    console.error(
      `Weighbridge already runs on the data folder ${dataDir} (process ${record.process.pid}, ${record.address}).`,
    )
    process.exit(1)
  } catch {
    // No record, or none that can be read: nothing known to run.
  }
}

/** Started by npm, we end when npm is gone: a killed `npm start` must not leave an instance nobody can see. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const ancestors = () => [process.ppid, parentOf(process.ppid)].join()
  const begun = ancestors()
  setInterval(() => {
    if (ancestors() !== begun && instance.connected) instance.disconnect()
  }, 500).unref()
}

/** Between npm and us may stand a shell that outlives it; where the system does not tell, it is taken not to. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return null
  }
}
