import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/auth/actor.ts'
import { noteTokenUse } from '#lib/auth/commands/tokens.ts'
import { authorise, type Permission } from '#lib/auth/permissions.ts'
import { findTokenActor } from '#lib/auth/queries/actors.ts'
import { Failure, type FailureCode } from '#lib/shared/failure.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { type AppCtx, webRuntime } from '#lib/wiring.ts'
import { currentSession } from './request.ts'

const STATUS: Record<FailureCode, number> = {
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  unavailable: 503,
}
const TITLE: Record<FailureCode, string> = {
  'not-found': 'Not found',
  forbidden: 'Not allowed',
  unauthenticated: 'Sign in or send a token',
  conflict: 'Conflict',
  unavailable: 'Not available now',
}

/** An RFC 9457 problem. */
export function problem(
  status: number,
  code: string,
  title: string,
  more: { detail?: string; errors?: Refusal[] } = {},
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { type: `urn:weighbridge:problem:${code}`, title, status, ...more },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers } },
  )
}

/** The answer to input that was refused: every field, rule and remedy. */
export function refusal(refusals: Refusal[]): Response {
  return problem(422, 'refused', 'The input was refused; nothing was changed.', { errors: refusals })
}

async function findActor(request: Request): Promise<Actor> {
  const header = request.headers.get('authorization')
  const { db, clock } = webRuntime()
  if (header !== null) {
    const token = /^Bearer (wb_[A-Za-z0-9_-]{20,100})$/.exec(header)?.[1]
    const found = token === undefined ? null : await findTokenActor(db, token, clock.now())
    if (!found) throw new Failure('unauthenticated', 'The token is unknown, expired or revoked.')
    const { actor, lastUsedAt } = found
    await noteTokenUse(webRuntime().ctxFor(actor), { id: actor.id, lastUsedAt })
    return actor
  }
  const session = await currentSession()
  if (!session) throw new Failure('unauthenticated', 'Send Authorization: Bearer wb_… or sign in.')
  // A cookie travels with requests other sites start; only this site's own pages may write with it.
  if (
    request.method !== 'GET' &&
    request.method !== 'HEAD' &&
    request.headers.get('origin') !== webRuntime().environment.publicUrl
  ) {
    throw new Failure('forbidden', 'A request that changes something needs a token, or must come from this site.')
  }
  return session.actor
}

/** The door of every API handler: finds the actor, asks for the permission, runs, and turns what was thrown into a problem. */
export async function handle(
  request: Request,
  permission: Permission,
  run: (ctx: AppCtx) => Promise<Response>,
): Promise<Response> {
  try {
    const actor = await findActor(request)
    authorise(actor, permission)
    return await run(webRuntime().ctxFor(actor))
  } catch (error) {
    if (error instanceof Failure) {
      const challenge: Record<string, string> = error.code === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {}
      return problem(STATUS[error.code], error.code, TITLE[error.code], { detail: error.message }, challenge)
    }
    const reference = randomUUID()
    console.error(`request ${reference} failed`, error)
    return problem(500, 'internal', 'Something failed here; nothing you sent was kept.', {
      detail: `Reference ${reference}`,
    })
  }
}
