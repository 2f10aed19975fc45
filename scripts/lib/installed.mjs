import { existsSync, readFileSync } from 'node:fs'
import { contentHash } from './content-hash.mjs'
import { inRoot, pinnedNode } from './project.mjs'
import { runQuietly } from './run.mjs'
import { isStamped, stamped } from './stamp.mjs'

const STAMP = inRoot('node_modules', '.weighbridge-stamp')

/** Whether what is installed is exactly what the lock file says. */
export function isInstalled({ withTools }) {
  const lock = contentHash(['package-lock.json'])
  if (pinnedNode() === null) return false
  return isStamped(STAMP, `${lock} all`) || (!withTools && isStamped(STAMP, `${lock} runtime`))
}

/** Installs exactly what the lock file says; `withTools` includes what only tests and checks need. */
export async function install({ withTools, onStart }) {
  const value = `${contentHash(['package-lock.json'])} ${withTools ? 'all' : 'runtime'}`
  if (agreesWithLockFile(withTools)) {
    await stamped(STAMP, value, async () => undefined)
    return 'already as the lock file says'
  }
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const which = withTools ? '--include=dev' : '--omit=dev'
  const args = ['ci', '--no-audit', '--no-fund', '--include=optional', which]
  await stamped(STAMP, value, async () => {
    await runQuietly('npm ci', npm[0], [...npm.slice(1), ...args], { onStart, env: { NODE_ENV: '' } })
    if (pinnedNode() === null)
      throw new Error('npm ci finished, but node_modules/node holds no Node: is "ignore-scripts" set?')
  })
  return 'installed what the lock file says'
}

/** npm writes its own record when an install is complete: if that agrees with the lock file, nothing needs doing. */
function agreesWithLockFile(withTools) {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record) || pinnedNode() === null) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages ?? {}
  const { '': _, ...wanted } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages
  const isSame = Object.entries(installed).every(
    ([path, { version, integrity }]) => wanted[path]?.version === version && wanted[path]?.integrity === integrity,
  )
  const isNeeded = (entry) => !entry.optional && !entry.devOptional && (withTools || !entry.dev)
  return isSame && Object.entries(wanted).every(([path, entry]) => !isNeeded(entry) || installed[path] !== undefined)
}
