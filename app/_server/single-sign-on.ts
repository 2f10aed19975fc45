import { cookies, headers } from 'next/headers'
import type { BrowserCookie, OidcInstallation } from '#lib/auth/commands/oidc-sign-in.ts'
import { webRuntime } from '#lib/wiring.ts'
import { sessionCookie } from './request.ts'

/** The identity provider this installation is configured for; null where people sign in with passwords only. */
export function singleSignOn(): OidcInstallation | null {
  const { oidc, publicUrl, authSecret } = webRuntime().environment
  if (!oidc) return null
  return {
    settings: oidc,
    publicUrl,
    sessionCookie: sessionCookie(),
    givenSecret: authSecret,
    report: (reason) => console.error(`single sign-on failed: ${reason}`),
  }
}

/** The cookies this request brought, as one header. */
export async function cookieHeader(): Promise<string> {
  return (await headers()).get('cookie') ?? ''
}

/** Keeps a step's cookies in the browser. */
export async function keepCookies(kept: readonly BrowserCookie[]): Promise<void> {
  const jar = await cookies()
  const secure = webRuntime().environment.publicUrl.startsWith('https:')
  for (const cookie of kept) jar.set({ ...cookie, httpOnly: true, sameSite: 'lax', path: '/', secure })
}
