import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#lib/db/embedded/launcher.ts'
import { migrate } from '#lib/db/migrate.ts'
import { TEMPLATE, withDatabase } from './database-names.ts'

const PREFIX = 'weighbridge-test-'

/**
 * One server for all database tests, thrown away afterwards, with a migrated database to clone. Nothing stays connected
 * to that one: PostgreSQL clones only what nobody uses.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}-${Date.now().toString(36)}`)
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const adminUrl = withDatabase(server.url, 'postgres')
    const admin = new Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query(`create database ${TEMPLATE}`)
    await admin.end()
    await migrate(withDatabase(server.url, TEMPLATE))
    project.provide('adminUrl', adminUrl)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** A test run that was killed leaves its server running: the next run ends it. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const dataDir = join(tmpdir(), name)
    // Joining it is the way to stop it; one that cannot be joined (another account's) is not ours to remove.
    const leftover = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined }).catch(() => null)
    if (leftover === null) continue
    await leftover.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the maintenance database of the test server, as its owner. */
    adminUrl: string
  }
}
