import { isConcept, isNodeBuiltin, isPackage, libFolderOf } from '../places.ts'
import type { SourceFile } from '../source-file.ts'
import type { Rule, Tree, Violation } from '../source-tree.ts'

const PURE_AUTH = ['lib/auth/actor.ts', 'lib/auth/permissions.ts', 'lib/auth/schema.ts']
const SERVER_PACKAGES = [
  'pg',
  'pg-boss',
  'undici',
  '@prisma',
  '@node-rs/argon2',
  'next/headers',
  'next/server',
  'next/cache',
  'esbuild',
  'commander',
]

/** What a browser downloads holds no secret and no server: seen from every client component, through everything it imports. */
export const browserCode: Rule = {
  name: 'client components reach only the pure parts of lib, and no server part of app',
  check: (tree) =>
    [...tree.sources.values()]
      .filter((file) => file.directives.includes('use client'))
      .flatMap((file) => trespasses(tree, file)),
}

function trespasses(tree: Tree, client: SourceFile): Violation[] {
  const way = new Map<string, string[]>([[client.path, []]])
  const found: Violation[] = []
  for (const [path, via] of way) {
    for (const { target, isTypeOnly } of tree.sources.get(path)?.imports ?? []) {
      if (target === null || isTypeOnly || way.has(target)) continue
      // The compiler replaces a server action by a call over the network: nothing behind it reaches the browser.
      if (tree.sources.get(target)?.directives.includes('use server')) continue
      const trouble = troubleWith(target)
      if (trouble === null) way.set(target, [...via, target])
      else
        found.push({
          file: client.path,
          sentence: `reaches ${[...via, target].join(' → ')}, ${trouble}: load it on the server and hand the values down.`,
        })
    }
  }
  return found
}

function troubleWith(target: string): string | null {
  if (target.startsWith('app/_server/')) return 'a part of the server'
  if (isNodeBuiltin(target)) return 'which only Node has'
  if (isPackage(target, ...SERVER_PACKAGES) || target.startsWith('generated/')) return 'which only the server may run'
  if (!target.startsWith('lib/')) return null
  if (isConcept(target) && !target.endsWith('-ctx.ts')) return null
  if (libFolderOf(target) === 'shared' || PURE_AUTH.includes(target)) return null
  return 'which is no pure concept'
}
