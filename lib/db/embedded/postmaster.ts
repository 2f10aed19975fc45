import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClusterHome } from './cluster-home.ts'

/** What a running server wrote about itself. */
export interface Postmaster {
  pid: number
  socketDir: string
}

/**
 * The server running on the cluster, or null. A `postmaster.pid` whose number now belongs to another program (common
 * after a container restart) is removed, since PostgreSQL itself would take that program for a server and not start.
 */
export async function runningPostmaster(home: ClusterHome): Promise<Postmaster | null> {
  const file = join(home.cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (!isAlive(pid)) return null
  if (!isPostgres(pid)) {
    await rm(file, { force: true })
    return null
  }
  const socketDir = lines[4]?.trim()
  return socketDir ? { pid, socketDir } : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process that has ended but was never waited for (no init in a container) has no command line: a no. Unsure counts as yes: then PostgreSQL's own check decides. */
function isPostgres(pid: number): boolean {
  const command = process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  return command === null || command.includes('postgres')
}

function fromProc(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return null
  }
}

function fromPs(pid: number): string | null {
  const answer = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout : null
}
