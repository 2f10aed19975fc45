import { FOUNDATIONS, LIB_DOORS, LIB_FILES, libFolderOf, NOUNS } from '../places.ts'
import type { Rule } from '../source-tree.ts'

const KNOWN: readonly string[] = [...NOUNS, ...FOUNDATIONS, ...LIB_DOORS, 'adapters']
const FILES: readonly string[] = LIB_FILES

/** A folder the other rules have never heard of would escape all of them. */
export const libFoldersAreKnown: Rule = {
  name: 'every folder of lib is a noun, a foundation, a door or the adapters',
  check: (tree) =>
    [...tree.sources.keys()].flatMap((path) => {
      if (!path.startsWith('lib/') || FILES.includes(path.replace('.test.ts', '.ts'))) return []
      const folder = libFolderOf(path)
      if (folder !== undefined && KNOWN.includes(folder)) return []
      return [
        {
          file: path,
          sentence:
            'lies in no known place of lib: put it into a noun, or give a new noun its place in tests/architecture/places.ts.',
        },
      ]
    }),
}
