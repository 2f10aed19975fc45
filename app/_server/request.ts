import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '#lib/auth/actor.ts'
import { isSetUp } from '#lib/auth/commands/set-up.ts'
import type { Visitor } from '#lib/auth/commands/sign-in.ts'
import { may, type Permission } from '#lib/auth/permissions.ts'
import { findSessionActor } from '#lib/auth/queries/actors.ts'
import { type AppCtx, webRuntime } from '#lib/wiring.ts'

/** Somebody who has not proved who they are: may do nothing that asks for a permission. */
export const ANONYMOUS: Actor = { kind: 'anonymous', id: null, name: 'anonymous', role: 'viewer', teamIds: [] }

const isSecure = () => webRuntime().environment.publicUrl.startsWith('https:')

export const sessionCookie = () => (isSecure() ? '__Host-weighbridge' : 'weighbridge')

/** Keeps the session in the browser. */
export async function keepSession(session: { token: string; expiresAt: Date }): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookie(), session.token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    // A span, not an instant: the browser's clock need not agree with ours.
    maxAge: Math.round((session.expiresAt.getTime() - webRuntime().clock.now().getTime()) / 1000),
  })
}

/** The session cookie's token, if the browser sent one. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie())?.value ?? null
}

/** Who is signed in, read once per request. */
export const currentSession = cache(async () => {
  const token = await sessionToken()
  const { db, clock } = webRuntime()
  return token === null ? null : findSessionActor(db, token, clock.now())
})

/**
 * The gate of every page: the signed-in person's context, or a way to sign in. A page names the permission it shows things
 * under; without it the answer is 403 and the nearest `forbidden.tsx` says who can grant it.
 */
export async function pageCtx(permission: Permission): Promise<AppCtx & { actor: Actor & { kind: 'person' } }> {
  const session = await currentSession()
  if (!session) {
    const path = (await headers()).get('x-weighbridge-path') ?? '/'
    const isReady = await isSetUp(webRuntime().db)
    redirect(isReady ? `/sign-in?to=${encodeURIComponent(path)}` : '/set-up')
  }
  if (!may(session.actor, permission)) forbidden()
  return { ...webRuntime().ctxFor(session.actor), actor: session.actor }
}

/** Where the request came from, for limits and for the list of sessions. */
export async function visitor(): Promise<Visitor> {
  const sent = await headers()
  const address = (sent.get('x-forwarded-for') ?? 'unknown').split(',').at(-1)?.trim() ?? 'unknown'
  return { address: address.slice(0, 64), userAgent: sent.get('user-agent') ?? '' }
}
