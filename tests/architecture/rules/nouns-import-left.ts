import { everyImport } from '../every-import.ts'
import { libFolderOf, NOUNS, nounRank } from '../places.ts'
import type { Rule } from '../source-tree.ts'

/** Nouns are built on each other from left to right, so that each can be read without those after it. */
export const nounsImportLeft: Rule = {
  name: `among nouns, imports point left: ${NOUNS.join(' ← ')}`,
  check: (tree) =>
    everyImport(tree, (file, target) => {
      const from = nounRank(file.path)
      if (from < 0 || nounRank(target) <= from) return null
      return `imports ${target}, but ${libFolderOf(file.path)} stands left of ${libFolderOf(target)}: move what needs both into ${libFolderOf(target)}.`
    }),
}
