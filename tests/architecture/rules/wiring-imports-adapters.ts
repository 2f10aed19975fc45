import { everyImport } from '../every-import.ts'
import { isDoor, isTest, libFolderOf } from '../places.ts'
import type { Rule } from '../source-tree.ts'

/** Ports are filled in one place, so that a use case never knows which hub, queue or clock it was given. */
export const wiringImportsAdapters: Rule = {
  name: 'only the wiring imports adapters, and only doors import the wiring',
  check: (tree) =>
    everyImport(tree, (file, target, { isTypeOnly }) => {
      if (isTest(file.path) || file.path.startsWith('scripts/')) return null
      if (
        libFolderOf(target) === 'adapters' &&
        libFolderOf(file.path) !== 'adapters' &&
        file.path !== 'lib/wiring.ts'
      ) {
        return `imports ${target}: declare a port in the noun that needs it and let lib/wiring.ts fill it.`
      }
      if (target === 'lib/wiring.ts' && !isDoor(file.path) && !isTypeOnly)
        return `imports ${target}: a use case is handed its context by the door.`
      return null
    }),
}
