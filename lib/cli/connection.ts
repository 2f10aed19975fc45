import { hostname, userInfo } from 'node:os'
import { findRunningEmbedded, startEmbeddedPostgres } from '#lib/db/embedded/launcher.ts'
import { migrate } from '#lib/db/migrate.ts'
import { readEnvironment } from '#lib/environment.ts'
import { type AppCtx, openRuntime, operator } from '#lib/wiring.ts'

/**
 * Runs the work as the operator of this host: against `DATABASE_URL`, else the embedded server of the data folder, which is
 * started for the while when the instance is stopped.
 */
export async function asOperator<T>(work: (ctx: AppCtx) => Promise<T>): Promise<T> {
  const environment = readEnvironment(process.env)
  const server =
    environment.databaseUrl === null
      ? await reachEmbedded(environment.dataFolder)
      : { url: environment.databaseUrl, stop: async () => undefined }
  try {
    await migrate(server.url)
    const runtime = openRuntime(server.url, environment, { poolSize: 4 })
    try {
      return await work(runtime.ctxFor(operator(`${userInfo().username}@${hostname()}`)))
    } finally {
      await runtime.close()
    }
  } finally {
    await server.stop()
  }
}

async function reachEmbedded(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const running = await findRunningEmbedded(dataDir)
  if (running) return { url: running.url, stop: async () => undefined }
  const started = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  return { url: started.url, stop: () => started.stop() }
}
