import { z } from 'zod'
import { Prisma } from '#generated/prisma/client.ts'
import type { Queryable, Tx } from './client.ts'

/** A request that may come twice: who sent it, to where, under which key, and a hash of what it holds. */
export interface KeyedRequest {
  actor: string
  route: string
  key: string
  requestHash: string
}

/** What is known of a key: nothing, what the first request under it came to, or that it was another request. */
export type KeyState = { state: 'new' } | { state: 'answered'; response: unknown } | { state: 'other-request' }

const KEPT_FOR = 24 * 3_600_000

/** What a request's key already stands for. */
export async function findKey(db: Queryable, request: KeyedRequest, now: Date): Promise<KeyState> {
  const { actor, route, key, requestHash } = request
  const row = await db.idempotencyKey.findUnique({ where: { actor_route_key: { actor, route, key } } })
  if (!row || row.expiresAt <= now) return { state: 'new' }
  return row.requestHash === requestHash ? { state: 'answered', response: row.response } : { state: 'other-request' }
}

/** Makes requests under one key wait for one another until the transaction ends, so that the second sees what the first kept. */
export async function lockKey(tx: Tx, { actor, route, key }: KeyedRequest): Promise<void> {
  const name = JSON.stringify(['idempotency', actor, route, key])
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Keeps what a request came to for 24 hours, in the transaction of its effect: both exist, or neither. */
export async function keepKey(tx: Tx, request: KeyedRequest, response: unknown, now: Date): Promise<void> {
  const { actor, route, key, requestHash } = request
  const value = z.json().parse(JSON.parse(JSON.stringify(response)))
  const data = {
    requestHash,
    status: 200,
    response: value ?? Prisma.JsonNull,
    expiresAt: new Date(now.getTime() + KEPT_FOR),
  }
  await tx.idempotencyKey.deleteMany({ where: { actor, expiresAt: { lte: now } } })
  await tx.idempotencyKey.upsert({
    where: { actor_route_key: { actor, route, key } },
    create: { actor, route, key, ...data },
    update: data,
  })
}
