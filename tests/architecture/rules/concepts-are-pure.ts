import { everyImport } from '../every-import.ts'
import { isConcept, isNodeBuiltin, isPackage, isUseCase, libFolderOf } from '../places.ts'
import type { Rule, Tree, Violation } from '../source-tree.ts'

const BUILTINS = ['node:crypto', 'node:buffer']
const WORLD = ['pg', 'pg-boss', 'undici', '@prisma', '@node-rs/argon2']
const PURE_AUTH = ['lib/auth/actor.ts', 'lib/auth/permissions.ts', 'lib/auth/schema.ts']

const IMPURE: [RegExp, string][] = [
  [/\bprocess\s*[.[]/, 'reads the process'],
  [
    /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bnew Date\b(?!\s*\()|\bDate\s*\(\s*\)|\bperformance\.now\b/,
    'reads the clock',
  ],
  [/\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/, 'draws a random value'],
  [/(?<![.\w])fetch\s*\(|\bglobalThis\.fetch\b/, 'fetches'],
]

/** Judgement takes values and gives values, so that it can be tested without a database, a clock or a network. */
export const conceptsArePure: Rule = {
  name: 'the concepts of nouns know no database, clock, chance, environment, file or network',
  check: (tree) => [...impureImports(tree), ...impureWords(tree)],
}

function impureImports(tree: Tree): Violation[] {
  return everyImport(tree, (file, target, { isTypeOnly }) => {
    if (!isConcept(file.path) || isTypeOnly) return null
    if (isNodeBuiltin(target) && !BUILTINS.includes(target))
      return `imports ${target}: a concept takes what it needs as an argument.`
    if (isPackage(target, ...WORLD)) return `imports ${target}: only use cases and adapters reach the world.`
    if (isUseCase(target)) return `imports ${target}: a concept is handed what was read; the use case calls both.`
    const folder = libFolderOf(target)
    const isFoundation =
      folder === 'db' ||
      folder === 'audit' ||
      folder === 'delivery' ||
      (folder === 'auth' && !PURE_AUTH.includes(target))
    if (isFoundation || target === 'lib/environment.ts')
      return `imports ${target}: a concept takes values, not services.`
    return null
  })
}

function impureWords(tree: Tree): Violation[] {
  return [...tree.sources.values()]
    .filter((file) => isConcept(file.path))
    .flatMap((file) => {
      const words = IMPURE.filter(([pattern]) => pattern.test(file.code)).map(
        ([, does]) => `${does}: take the value as an argument.`,
      )
      const hashing = /import\s*\{([^}]*)\}\s*from\s*'node:crypto'/.exec(file.text)?.[1]
      const more =
        hashing !== undefined && hashing.trim() !== 'createHash'
          ? ['takes more than createHash from node:crypto: a concept only hashes.']
          : []
      return [...words, ...more].map((sentence) => ({ file: file.path, sentence }))
    })
}
