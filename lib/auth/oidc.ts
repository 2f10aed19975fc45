import { type AuthConfig, customFetch, skipCSRFCheck } from '@auth/core'
import type { Adapter } from '@auth/core/adapters'
import { localPath } from '#lib/shared/local-path.ts'
import { type OidcClaims, readClaims } from './oidc-claims.ts'
import { providerFetch } from './provider-fetch.ts'

/** The one provider's name in addresses: `/api/auth/callback/oidc` is what the identity provider has to know. */
export const OIDC_PROVIDER = 'oidc'

export const AUTH_BASE_PATH = '/api/auth'

/** One issuer and what it knows this installation by. */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
}

/** What a sign-in through the identity provider needs to know of this installation. */
export interface OidcSite {
  settings: OidcSettings
  /** The configured address; a Host header is never believed. */
  publicUrl: string
  sessionCookie: string
}

interface Parts {
  secret: string
  adapter: Adapter
  /** Whether whoever the issuer vouches for may come in. */
  admit(claims: OidcClaims): Promise<boolean>
  onError(error: Error): void
}

/** Auth.js's configuration: one issuer, database sessions, nothing of its own pages. Made anew for each call, which writes into it. */
export function authJsConfig(site: OidcSite, parts: Parts): AuthConfig {
  const origin = new URL(site.publicUrl).origin
  const isSecure = origin.startsWith('https:')
  return {
    basePath: AUTH_BASE_PATH,
    secret: parts.secret,
    trustHost: true,
    useSecureCookies: isSecure,
    // Started only by a server action, whose origin Next has checked; `state` guards the way back.
    skipCSRFCheck,
    adapter: parts.adapter,
    session: { strategy: 'database' },
    cookies: {
      sessionToken: {
        name: site.sessionCookie,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      {
        id: OIDC_PROVIDER,
        type: 'oidc',
        name: 'Single sign-on',
        ...site.settings,
        checks: ['pkce', 'state', 'nonce'],
        // Many servers put nothing but the subject into the ID token: ask userinfo.
        idToken: false,
        profile: (said) => ({ id: String(said['sub']) }),
        [customFetch]: providerFetch(site.settings.issuer),
      },
    ],
    callbacks: {
      signIn: ({ account, profile }) =>
        account?.provider === OIDC_PROVIDER && parts.admit(readClaims(account.providerAccountId, profile)),
      redirect: ({ url }) => origin + localPath(url.startsWith(`${origin}/`) ? url.slice(origin.length) : url),
    },
    logger: { error: parts.onError, warn: () => undefined, debug: () => undefined },
  }
}
