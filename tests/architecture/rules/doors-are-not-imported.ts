import { everyImport } from '../every-import.ts'
import { isDoor, isTest, libFolderOf } from '../places.ts'
import type { Rule } from '../source-tree.ts'

/** Doors compose use cases; whatever another file wants of a door belongs behind it. */
export const doorsAreNotImported: Rule = {
  name: 'nothing imports a door but that door, scripts and tests',
  check: (tree) =>
    everyImport(tree, (file, target) => {
      if (!isDoor(target) || isTest(file.path) || file.path.startsWith('scripts/')) return null
      if (doorOf(file.path) === doorOf(target)) return null
      return `imports ${target} through its door: move what both need into a noun of lib.`
    }),
}

function doorOf(path: string): string {
  return libFolderOf(path) ?? path.split('/')[0] ?? path
}
