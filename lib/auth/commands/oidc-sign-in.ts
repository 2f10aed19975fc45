import { Auth, type AuthConfig, raw } from '@auth/core'
import { InvalidCheck, OAuthCallbackError } from '@auth/core/errors'
import type { Ctx } from '#lib/ctx.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { AUTH_BASE_PATH, authJsConfig, OIDC_PROVIDER, type OidcSite } from '../oidc.ts'
import { reasonOf } from '../oidc-reason.ts'
import { OIDC_REFUSALS } from '../oidc-refusals.ts'
import { admitFromIssuer } from './admit-from-issuer.ts'
import { authJsAdapter } from './auth-js-adapter.ts'
import { authSecret } from './auth-secret.ts'
import { isSetUp } from './set-up.ts'
import type { Visitor } from './sign-in.ts'

export interface OidcInstallation extends OidcSite {
  /** AUTH_SECRET, where it is set. */
  givenSecret: string | null
  /** Where whoever runs the server reads why a sign-in did not work. */
  report(reason: string): void
}

/** A cookie to set; all of them are for this site's root, httpOnly and SameSite=Lax. `maxAge` 0 takes it away. */
export interface BrowserCookie {
  name: string
  value: string
  expires?: Date
  maxAge?: number
}

/** Where the browser goes next, and what it keeps. */
export interface OidcStep {
  location: string
  cookies: BrowserCookie[]
}

/** Begins a sign-in: the address at the identity provider, and the cookies by which the way back is recognised. */
export async function startOidcSignIn(
  ctx: Ctx,
  site: OidcInstallation,
  from: { to: string; cookies: string; visitor: Visitor },
): Promise<Outcome<OidcStep>> {
  const request = new Request(addressOf(site, `signin/${OIDC_PROVIDER}`), {
    method: 'POST',
    headers: { cookie: from.cookies },
    body: new URLSearchParams({ callbackUrl: from.to }),
  })
  const asked = await ask(ctx, site, from.visitor, request)
  if (!asked.ok) return asked
  return isAtProvider(asked.value) ? asked : refused(OIDC_REFUSALS.failed)
}

/** Ends a sign-in with what the identity provider sent back: a session's cookie and the page that was wanted, or why not. */
export async function finishOidcSignIn(
  ctx: Ctx,
  site: OidcInstallation,
  from: { search: string; cookies: string; visitor: Visitor },
): Promise<Outcome<OidcStep>> {
  const address = addressOf(site, `callback/${OIDC_PROVIDER}`)
  address.search = from.search
  // Where to go afterwards was said at the start and lies in a cookie; the way back may not change it.
  address.searchParams.delete('callbackUrl')
  const asked = await ask(ctx, site, from.visitor, new Request(address, { headers: { cookie: from.cookies } }))
  if (!asked.ok) return asked
  const hasSession = asked.value.cookies.some((cookie) => cookie.name === site.sessionCookie && cookie.value !== '')
  return hasSession ? asked : refused(OIDC_REFUSALS.failed)
}

/** Hands one request to Auth.js; nothing is fetched and nobody is let in before set-up. */
async function ask(ctx: Ctx, site: OidcInstallation, visitor: Visitor, request: Request): Promise<Outcome<OidcStep>> {
  if (!(await isSetUp(ctx.db))) return refused(OIDC_REFUSALS.notSetUp)
  const { issuer } = site.settings
  const heard: { refusals: Refusal[]; error: Error | null } = { refusals: [], error: null }
  const config: AuthConfig = authJsConfig(site, {
    secret: await authSecret(ctx, site.givenSecret),
    adapter: authJsAdapter(ctx, issuer, visitor),
    admit: async (claims) => {
      const admission = await admitFromIssuer(ctx, issuer, claims)
      if (!admission.ok) heard.refusals = admission.refusals
      return admission.ok
    },
    onError: (error) => {
      heard.error ??= error
    },
  })
  const answer = await Auth(request, { ...config, raw }).catch(() => null)
  if (heard.refusals.length > 0) return refused(...heard.refusals)
  if (heard.error instanceof InvalidCheck) return refused(OIDC_REFUSALS.expired)
  if (heard.error instanceof OAuthCallbackError) return refused(OIDC_REFUSALS.denied)
  if (answer === null || heard.error !== null || answer.redirect === undefined) {
    site.report(heard.error === null ? 'Auth.js gave no reason.' : reasonOf(heard.error))
    return refused(OIDC_REFUSALS.failed)
  }
  return ok({ location: answer.redirect, cookies: (answer.cookies ?? []).map(plainCookie) })
}

function plainCookie({ name, value, options }: { name: string; value: string; options: CookieTimes }): BrowserCookie {
  return {
    name,
    value,
    ...(options.expires ? { expires: options.expires } : {}),
    ...(options.maxAge === undefined ? {} : { maxAge: options.maxAge }),
  }
}

interface CookieTimes {
  expires?: Date | undefined
  maxAge?: number | undefined
}

function addressOf(site: OidcSite, path: string): URL {
  return new URL(`${AUTH_BASE_PATH}/${path}`, site.publicUrl)
}

function isAtProvider(step: OidcStep): boolean {
  return step.cookies.some((cookie) => cookie.name.endsWith('authjs.state'))
}
