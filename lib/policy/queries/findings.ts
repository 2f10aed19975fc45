import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'

/** How many findings are open among what the reader may see, and nobody has decided on. */
export async function countOpenFindings(db: Queryable, scope: Scope): Promise<number> {
  return db.findingCurrent.count({ where: { ...withinScope(scope), isOpen: true, decidedAt: null } })
}
