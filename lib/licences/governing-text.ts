import { isUsePolicy } from './known-licences.ts'
import { licenceFileRole } from './licence-text.ts'

interface Candidate {
  path: string
  licenceId: string | null
}

const PLAIN_NAME = /^(?:licen[sc]e|copying)(?:\.(?:md|txt))?$/i

function rank(path: string): [number, number, string] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return [path.split('/').length, PLAIN_NAME.test(name) ? 0 : 1, path]
}

/**
 * Which of a revision's licence-like files governs it: the plain licence file nearest the root; never a notice, never a use
 * policy. Undefined where there is none.
 */
export function governingText<T extends Candidate>(files: readonly T[]): T | undefined {
  return files
    .filter(
      (file) => licenceFileRole(file.path) === 'licence' && !(file.licenceId !== null && isUsePolicy(file.licenceId)),
    )
    .sort((a, b) => {
      const [depthA, plainA, pathA] = rank(a.path)
      const [depthB, plainB, pathB] = rank(b.path)
      return depthA - depthB || plainA - plainB || (pathA < pathB ? -1 : 1)
    })[0]
}
