'use server'

import { redirect } from 'next/navigation'
import { runAction } from '#app/_server/action.ts'
import { keepSession, visitor } from '#app/_server/request.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { setUp } from '#lib/auth/commands/set-up.ts'
import { openSession } from '#lib/auth/commands/sign-in.ts'
import { setUpInput } from '#lib/auth/schema.ts'
import { ok } from '#lib/shared/outcome.ts'

/** Makes the first administrator, signs them in, and leads to the two ways on. */
export async function setUpAction(_: FormState, form: FormData): Promise<FormState> {
  const from = await visitor()
  const { state, value } = await runAction(form, {
    permission: 'public',
    input: setUpInput,
    run: async (ctx, input) => {
      const made = await setUp(ctx, input)
      return made.ok ? ok(await openSession(ctx, { id: made.value.userId, name: input.name }, from)) : made
    },
  })
  if (value === null) return state
  await keepSession(value)
  redirect('/')
}
