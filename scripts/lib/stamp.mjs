import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whether a finished piece of work was done from exactly this. */
export function isStamped(file, value) {
  try {
    return readFileSync(file, 'utf8') === value
  } catch {
    return false
  }
}

/** Does the work with the stamp taken away, and stamps only when it is finished: work cut short is done again. */
export async function stamped(file, value, work) {
  rmSync(file, { force: true })
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, value)
  renameSync(`${file}.new`, file)
}
