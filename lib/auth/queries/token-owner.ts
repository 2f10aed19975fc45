import type { Queryable } from '#lib/db/client.ts'
import type { Actor } from '../actor.ts'

/** The person an actor acts for: themselves, or whose token it is; null for the host's own tokens and automations. */
export async function findPersonBehind(db: Queryable, actor: Actor): Promise<string | null> {
  if (actor.kind === 'person') return actor.id
  if (actor.kind !== 'token') return null
  const token = await db.apiToken.findUnique({ where: { id: actor.id }, select: { userId: true } })
  return token?.userId ?? null
}
