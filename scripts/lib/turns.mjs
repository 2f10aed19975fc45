import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, isAlive } from './process-identity.mjs'
import { inRoot } from './project.mjs'

const LOCK = inRoot('.cache', 'preparing.lock')

/**
 * Lets one process at a time change what is installed, generated and built. The lock names every process at work,
 * children too: an `npm ci` may outlive the start that was killed, and is waited for rather than run beside.
 */
export async function inTurn(work) {
  mkdirSync(inRoot('.cache'), { recursive: true })
  let isWaiting = false
  while (!take([process.pid])) {
    if (!isWaiting) console.log('  Another start is preparing this checkout; waiting for it.')
    isWaiting = true
    await sleep(300)
  }
  try {
    return await work((childPid) => replace([process.pid, childPid]))
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function take(pids) {
  const draft = write(pids)
  try {
    if (linkOnce(draft)) return true
    const held = readFileSync(LOCK, 'utf8')
    if (JSON.parse(held).some(isAlive)) return false
    // Left by a killed start. Moving it aside makes one of several waiting starts the one that clears it.
    renameSync(LOCK, `${draft}.stale`)
    const moved = readFileSync(`${draft}.stale`, 'utf8')
    if (moved !== held) linkSync(`${draft}.stale`, LOCK)
    rmSync(`${draft}.stale`, { force: true })
    return moved === held && linkOnce(draft)
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function linkOnce(draft) {
  try {
    linkSync(draft, LOCK)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function replace(pids) {
  renameSync(write(pids), LOCK)
}

function write(pids) {
  const draft = `${LOCK}.${process.pid}`
  writeFileSync(draft, JSON.stringify(pids.map(identify)))
  return draft
}
