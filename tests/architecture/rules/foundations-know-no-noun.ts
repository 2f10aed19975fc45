import { everyImport } from '../every-import.ts'
import { FOUNDATIONS, isTest, libFolderOf, nounRank } from '../places.ts'
import type { Rule } from '../source-tree.ts'

const VOCABULARY = 'lib/audit/vocabulary.ts'

/** What serves every noun knows none, and a context names only what every noun may ask for. */
export const foundationsKnowNoNoun: Rule = {
  name: `${FOUNDATIONS.join(', ')} and the context know no noun`,
  check: (tree) =>
    everyImport(tree, (file, target, { isTypeOnly }) => {
      if (isTest(file.path)) return null
      if (file.path === 'lib/ctx.ts') return ctxImport(target, isTypeOnly)
      if (!FOUNDATIONS.some((folder) => folder === libFolderOf(file.path)) || nounRank(target) < 0) return null
      if (file.path === VOCABULARY && isTypeOnly && target.endsWith('/audit-events.ts')) return null
      return `imports ${target}, but ${libFolderOf(file.path)} serves every noun and knows none: pass the value in, or move the file into the noun.`
    }),
}

function ctxImport(target: string, isTypeOnly: boolean): string | null {
  if (isTypeOnly && ['auth', 'db', 'shared'].some((folder) => folder === libFolderOf(target))) return null
  return `imports ${target}, but the context takes only types, from auth, db and shared: a noun widens it in a file of its own.`
}
