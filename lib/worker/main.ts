import { findRunningEmbedded } from '#lib/db/embedded/launcher.ts'
import { readEnvironment } from '#lib/environment.ts'
import { openRuntime } from '#lib/wiring.ts'
import { startWorker } from './worker.ts'

// The worker: looks, judges and publishes. Started beside the web server, or by hand as one more on the same database.

/** Whoever started us ends us soon after the channel closes; alone, a job may take longer to come to a good end. */
const GRACE_MS = process.send === undefined ? 8_000 : 2_000
/** After this, whatever still runs is left as it stands: every job resumes, and its locks end with the process. */
const PATIENCE_MS = GRACE_MS + 1_000

const log = (line: string) => console.log(`  worker  ${line}`)

const toldToStop = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  process.once('disconnect', () => resolve())
})

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`  worker  ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 3
}
process.exit()

async function main(): Promise<number> {
  const environment = readEnvironment(process.env)
  const databaseUrl = environment.databaseUrl ?? (await findRunningEmbedded(environment.dataFolder))?.url ?? null
  if (databaseUrl === null) {
    throw new Error(
      'There is no database to work on: start the instance with npm start, or name a server in DATABASE_URL.',
    )
  }
  const runtime = openRuntime(databaseUrl, environment, { poolSize: 6 })
  const worker = await startWorker(runtime, log)
  await toldToStop
  setTimeout(() => process.exit(0), PATIENCE_MS).unref()
  await worker.stop(GRACE_MS)
  await runtime.close()
  return 0
}
