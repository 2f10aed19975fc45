import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Path of a file in the checkout. */
export function inRoot(...parts) {
  return join(root, ...parts)
}

/** Stops, with a sentence, under a Node older than the bootstrap itself needs. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Weighbridge needs Node 20.19 or newer to start; this is ${process.versions.node}.`)
  process.exit(2)
}

/** The Node that the lock file names, or null while nothing is installed. Everything but the bootstrap runs on it. */
export function pinnedNode() {
  const path = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(path) ? path : null
}

/** The environment for what we start: the pinned tools first on the path, no telemetry. */
export function childEnvironment(extra = {}) {
  const path = [inRoot('node_modules', 'node', 'bin'), inRoot('node_modules', '.bin'), process.env.PATH ?? '']
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra, PATH: path.join(delimiter) }
}

/** The data folder: the checkout's own unless the environment names another. */
export function dataFolder() {
  return process.env.WEIGHBRIDGE_DATA ? resolve(process.env.WEIGHBRIDGE_DATA) : inRoot('data')
}
