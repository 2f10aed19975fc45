import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs the work against an empty server that is gone afterwards; `DATABASE_URL` is used instead where it is set. */
export async function withScratchDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const given = process.env['DATABASE_URL']
  if (given) return work(given)
  const { startEmbeddedPostgres } = await import('#lib/db/embedded/launcher.ts')
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-scratch-'))
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false, log: () => undefined })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
