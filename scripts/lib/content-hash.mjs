import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, root } from './project.mjs'

/** One hash over the contents and names of files and whole folders, given relative to the checkout. */
export function contentHash(paths, isWanted = () => true) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => filesUnder(path)).filter(isWanted)) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Files at the top of the checkout, by name. */
export function topLevelFiles(isWanted) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map((entry) => entry.name)
    .sort()
}

function filesUnder(path) {
  const full = inRoot(path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort()
}
