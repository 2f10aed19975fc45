import { readEnvironment } from '#lib/environment.ts'
import { openDatabase } from './instance/database.ts'
import { runUntilStopped } from './instance/run-until-stopped.ts'
import { startWeb, untilReady, waitForPort } from './instance/web.ts'
import { keepWorker } from './instance/worker.ts'
import { step } from './lib/progress.mjs'

// The instance: database, worker, web server. Started by scripts/start.mjs once everything is installed and built.

const begun = performance.now()

await runUntilStopped(async ({ onStop }) => {
  const { host, port, publicUrl, dataFolder, databaseUrl } = readEnvironment(process.env)
  const opening = openDatabase({ databaseUrl, dataDir: dataFolder, address: publicUrl })
  onStop(async () => (await opening.catch(() => null))?.stop())
  const database = await opening

  const env = { ...process.env, DATABASE_URL: database.url, NODE_ENV: 'production' }
  await waitForPort(host, port)
  const web = startWeb({ mode: 'start', host, port, env })
  onStop(() => web.stop(3_000))
  if (process.env.WEIGHBRIDGE_WORKER !== 'off') {
    const worker = keepWorker(env)
    onStop(() => worker.stop())
  }
  await step('Web server', async () => {
    await untilReady(web, { host, port })
    return 'ready'
  })

  console.log(`\n  Weighbridge is ready at ${publicUrl} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  if (database.setUpLink !== null) {
    console.log(`  Set up the first administrator, once, at ${new URL(database.setUpLink, `${publicUrl}/`).href}`)
  }
  return Promise.race([
    web.ended.then((how) => `The web server ended (${how}).`),
    database.lost.then((error) => `The database went away: ${error.message}`),
  ])
})
