import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity } from '../lib/process-identity.mjs'

const RECORD = 'instance.json'

export interface RunningInstance {
  pid: number
  address: string
}

/** The instance that says it runs on a data folder; null when none does. A courtesy: the database's lock decides. */
export async function otherInstance(dataDir: string): Promise<RunningInstance | null> {
  try {
    const record: { process: ProcessIdentity; address: string } = JSON.parse(
      await readFile(join(dataDir, RECORD), 'utf8'),
    )
    return isAlive(record.process) ? { pid: record.process.pid, address: record.address } : null
  } catch {
    return null
  }
}

/** Writes down that this process runs on the data folder; returns how to take it back. */
export async function recordInstance(dataDir: string, address: string): Promise<() => Promise<void>> {
  const file = join(dataDir, RECORD)
  await writeFile(`${file}.new`, JSON.stringify({ process: identify(process.pid), address }))
  await rename(`${file}.new`, file)
  return () => rm(file, { force: true })
}
