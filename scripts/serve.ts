import { readEnvironment } from '#lib/environment.ts'
import { AlreadyRunning, type Database, openDatabase } from './instance/database.ts'
import { untilToldToStop } from './instance/until-told-to-stop.ts'
import { startWeb, untilReady, waitForPort } from './instance/web.ts'
import { keepWorker } from './instance/worker.ts'
import { step } from './lib/progress.mjs'

// The instance: database, web server, worker. Started by scripts/start.mjs once everything is installed and built.

const told = untilToldToStop()
const environment = readEnvironment(process.env)
const { host, port, publicUrl, dataFolder } = environment
const stops: (() => Promise<void>)[] = []
process.exitCode = await main().catch(async (error: unknown) => {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}`)
  return error instanceof AlreadyRunning ? 1 : 3
})
// Whatever was started is stopped in the opposite order, also when starting failed half-way.
for (const stop of stops.reverse()) await stop().catch((error: unknown) => console.error(error))
process.exit()

async function main(): Promise<number> {
  const begun = performance.now()
  const opening = openDatabase({ databaseUrl: environment.databaseUrl, dataDir: dataFolder, address: publicUrl })
  stops.push(async () => (await opening.catch(() => null))?.stop())
  const database = await Promise.race([opening, told])
  if (typeof database === 'string') return 0

  const env = { ...process.env, DATABASE_URL: database.url, NODE_ENV: 'production' }
  await waitForPort(host, port)
  if (process.env['WEIGHBRIDGE_WORKER'] !== 'off') {
    const worker = keepWorker(env)
    stops.push(() => worker.stop())
  }
  const web = startWeb({ mode: 'start', host, port, env })
  stops.push(() => web.stop(3_000))
  await step('Web server', async () => {
    await Promise.race([untilReady(web, { host, port }), told])
    return 'ready'
  })
  const outcome = await Promise.race([told.then(() => null), ready(database, begun), web.ended])
  if (outcome === null) {
    console.log('\n  Stopping.')
    return 0
  }
  throw new Error(`The web server ended (${outcome}).`)
}

/** Says where to go, then waits for what should not happen. */
async function ready(database: Database, begun: number): Promise<never> {
  console.log(`\n  Weighbridge is ready at ${publicUrl} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  if (database.setUpLink !== null) {
    console.log(`  Set up the first administrator, once, at ${new URL(database.setUpLink, `${publicUrl}/`).href}`)
  }
  throw new Error(`The database went away: ${(await database.lost).message}`)
}
