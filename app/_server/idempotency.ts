import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Ctx } from '#lib/ctx.ts'
import { findKey, type KeyedRequest, type KeyState, keepKey, lockKey } from '#lib/db/idempotency.ts'
import type { Refusal } from '#lib/shared/outcome.ts'

/** What a repeated request is answered with. */
export type Once<T> =
  | { done: 'now' | 'before'; value: T }
  /** The key cannot be used for this request. */
  | { done: 'never'; refusals: Refusal[] }

/** Thrown through the use case's transaction, so that nothing of a repeated request is kept. */
class Repeated extends Error {
  readonly found: Exclude<KeyState, { state: 'new' }>

  constructor(found: Exclude<KeyState, { state: 'new' }>) {
    super('The request came before.')
    this.found = found
  }
}

/**
 * Runs a use case at most once per `Idempotency-Key` of an actor and route within 24 hours. What its transaction comes to is
 * kept in that same transaction, if it fits `worth` (a refusal does not: it changed nothing, and may be put right under the
 * same key). Without the header the use case simply runs.
 */
export async function once<C extends Ctx, T, Kept extends T>(
  ctx: C,
  request: Request,
  call: { route: string; body: unknown; worth: z.ZodType<Kept>; run: (ctx: C) => Promise<T> },
): Promise<Once<T>> {
  const key = request.headers.get('idempotency-key')
  if (key === null) return { done: 'now', value: await call.run(ctx) }
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return { done: 'never', refusals: [MALFORMED] }
  const keyed: KeyedRequest = {
    actor: `${ctx.actor.kind}:${ctx.actor.id}`,
    route: call.route,
    key,
    requestHash: createHash('sha256').update(JSON.stringify(call.body)).digest('hex'),
  }
  const before = await findKey(ctx.db, keyed, ctx.clock.now())
  if (before.state !== 'new') return repeated(before, call.worth)
  try {
    return { done: 'now', value: await call.run(keeping(ctx, keyed, call.worth)) }
  } catch (error) {
    if (error instanceof Repeated) return repeated(error.found, call.worth)
    throw error
  }
}

function keeping<C extends Ctx>(ctx: C, keyed: KeyedRequest, worth: z.ZodType): C {
  return {
    ...ctx,
    transaction: (work) =>
      ctx.transaction(async (tx) => {
        await lockKey(tx, keyed)
        const found = await findKey(tx, keyed, ctx.clock.now())
        if (found.state !== 'new') throw new Repeated(found)
        const value = await work(tx)
        const kept = worth.safeParse(value)
        if (kept.success) await keepKey(tx, keyed, kept.data, ctx.clock.now())
        return value
      }),
  }
}

function repeated<Kept>(found: Exclude<KeyState, { state: 'new' }>, worth: z.ZodType<Kept>): Once<Kept> {
  if (found.state === 'other-request') return { done: 'never', refusals: [REUSED] }
  return { done: 'before', value: worth.parse(found.response) }
}

const MALFORMED: Refusal = {
  field: '',
  rule: 'idempotency-key.wrong-form',
  message: 'The header Idempotency-Key is not 1 to 200 visible ASCII characters.',
  remedy: 'Send a UUID made for this one request.',
}

const REUSED: Refusal = {
  field: '',
  rule: 'idempotency-key.reused',
  message: 'This Idempotency-Key was sent with another body within the last 24 hours.',
  remedy: 'Send a new key with a new request; repeat a key only with the same body.',
}
