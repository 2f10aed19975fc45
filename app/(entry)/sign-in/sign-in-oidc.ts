'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import { visitor } from '#app/_server/request.ts'
import { cookieHeader, keepCookies, singleSignOn } from '#app/_server/single-sign-on.ts'
import { startOidcSignIn } from '#lib/auth/commands/oidc-sign-in.ts'
import { notFound } from '#lib/shared/failure.ts'
import { localPath } from '#lib/shared/local-path.ts'

/** Leads to the identity provider, or back to this page with the reason why not. */
export async function signInOidcAction(form: FormData): Promise<void> {
  const from = { cookies: await cookieHeader(), visitor: await visitor() }
  const { state, value } = await runAction(form, {
    permission: 'public',
    input: z.object({ to: z.string().max(2000).transform(localPath).catch('/') }),
    run: async (ctx, { to }) => {
      const site = singleSignOn()
      if (site === null) throw notFound('Single sign-on')
      return startOidcSignIn(ctx, site, { ...from, to })
    },
  })
  if (value === null) redirect(`/sign-in?error=${state.refusals[0]?.rule ?? ''}`)
  await keepCookies(value.cookies)
  redirect(value.location as Route)
}
