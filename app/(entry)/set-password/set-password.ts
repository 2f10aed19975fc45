'use server'

import { redirect } from 'next/navigation'
import { runAction } from '#app/_server/action.ts'
import { keepSession, visitor } from '#app/_server/request.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { setPasswordByLink } from '#lib/auth/commands/sign-in.ts'
import { setPasswordInput } from '#lib/auth/schema.ts'

/** Sets the password the link is for and signs the person in. */
export async function setPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const from = await visitor()
  const { state, value } = await runAction(form, {
    permission: 'public',
    input: setPasswordInput,
    run: (ctx, input) => setPasswordByLink(ctx, input, from),
  })
  if (value === null) return state
  await keepSession(value)
  redirect('/')
}
