'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentSession, sessionCookie, sessionToken } from '#app/_server/request.ts'
import { signOut } from '#lib/auth/commands/sign-in.ts'
import { webRuntime } from '#lib/wiring.ts'

/** Ends this browser's session. Needs no permission: anybody may stop being signed in. */
export async function signOutAction(): Promise<void> {
  const session = await currentSession()
  const token = await sessionToken()
  if (session && token) await signOut(webRuntime().ctxFor(session.actor), token)
  const jar = await cookies()
  jar.delete(sessionCookie())
  redirect('/sign-in')
}
