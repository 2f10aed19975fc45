import { everyImport } from '../every-import.ts'
import { isTest, isUseCase, LIB_FILES, libFolderOf } from '../places.ts'
import type { Rule } from '../source-tree.ts'

const CLIENT = 'lib/db/client.ts'
const CLIENTS = ['@prisma/client', '@prisma/adapter-pg', 'pg']

/** The database is touched where authorisation and audit happen, and nowhere else. */
export const databaseAccess: Rule = {
  name: 'only commands, queries, lib/db, lib/audit, the context and the wiring touch the database',
  check: (tree) =>
    everyImport(tree, (file, target, { isTypeOnly }) => {
      if (!/^(app|lib)\//.test(file.path) || isTest(file.path)) return null
      const isDatabase = target.startsWith('generated/prisma/') || target === CLIENT || CLIENTS.includes(target)
      if (!isDatabase || isUseCase(file.path) || ['db', 'audit'].some((folder) => folder === libFolderOf(file.path)))
        return null
      if (target === CLIENT && (file.path === LIB_FILES[0] || file.path === LIB_FILES[2])) return null
      // An adapter may be handed a transaction, as the job queue is; it cannot open one.
      if (target === CLIENT && isTypeOnly && libFolderOf(file.path) === 'adapters') return null
      return `imports ${target}: reads belong in the noun's queries, writes in its commands; call those.`
    }),
}
