'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { runAction } from '#app/_server/action.ts'
import { keepSession, visitor } from '#app/_server/request.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { signIn } from '#lib/auth/commands/sign-in.ts'
import { signInInput } from '#lib/auth/schema.ts'
import { localPath } from '#lib/shared/local-path.ts'

/** Signs in and leads to where the person was going; only to an address of this site. */
export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const from = await visitor()
  const { state, value } = await runAction(form, {
    permission: 'public',
    input: signInInput,
    run: (ctx, input) => signIn(ctx, input, from),
  })
  if (value === null) return state
  await keepSession(value)
  redirect(localPath(form.get('to')) as Route)
}
