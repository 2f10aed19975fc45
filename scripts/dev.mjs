import { spawn } from 'node:child_process'
import { problemsIn } from './lib/environment.mjs'
import { childEnvironment, inRoot, pinnedNode, requireNode, root } from './lib/project.mjs'
import { makeReady } from './lib/ready.mjs'

// `npm run dev`: installs and generates what is missing and hands over to scripts/serve-dev.ts on the pinned Node.

requireNode()
const problems = problemsIn(process.env)
if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exit(2)
}
try {
  await makeReady({ withTools: true, withBuild: false })
} catch (error) {
  console.error(`\n  ${error.message}`)
  process.exit(3)
}
const instance = spawn(pinnedNode(), [inRoot('scripts', 'serve-dev.ts')], {
  cwd: root,
  env: childEnvironment({
    WEIGHBRIDGE_DATA: inRoot('data-dev'),
    WEIGHBRIDGE_SAMPLE: '1',
    DATABASE_URL: undefined,
  }),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
instance.on('exit', (code) => process.exit(code ?? 3))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => instance.kill(signal))
