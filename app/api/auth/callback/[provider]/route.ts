import { problem } from '#app/_server/handler.ts'
import { ANONYMOUS, visitor } from '#app/_server/request.ts'
import { cookieHeader, keepCookies, singleSignOn } from '#app/_server/single-sign-on.ts'
import { finishOidcSignIn } from '#lib/auth/commands/oidc-sign-in.ts'
import { OIDC_PROVIDER } from '#lib/auth/oidc.ts'
import { webRuntime } from '#lib/wiring.ts'

/** Where the identity provider sends the browser back to: opens the session, or says on the sign-in page why not. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/auth/callback/[provider]'>,
): Promise<Response> {
  const site = singleSignOn()
  if (site === null || (await params).provider !== OIDC_PROVIDER) return problem(404, 'not-found', 'Not found')
  const { ctxFor, environment } = webRuntime()
  const finished = await finishOidcSignIn(ctxFor(ANONYMOUS), site, {
    search: new URL(request.url).search,
    cookies: await cookieHeader(),
    visitor: await visitor(),
  })
  if (finished.ok) await keepCookies(finished.value.cookies)
  const way = finished.ok ? finished.value.location : `/sign-in?error=${finished.refusals[0]?.rule ?? ''}`
  return Response.redirect(new URL(way, environment.publicUrl), 303)
}
