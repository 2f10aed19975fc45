'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { createToken, revokeToken } from '#lib/auth/commands/tokens.ts'
import { tokenInput } from '#lib/auth/schema.ts'
import { ok } from '#lib/shared/outcome.ts'

/** Makes a token for whoever asks and hands it to their page, this once. */
export async function createTokenAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'token:own',
    input: tokenInput,
    read: (fields) => ({ ...fields, expiresInDays: Number(fields['expiresInDays']) }),
    run: async (ctx, input) => ok({ ...(await createToken(ctx, input)), name: input.name }),
  })
  if (value === null) return state
  revalidatePath('/settings')
  return { ...state, result: { token: value.token, name: value.name } }
}

/** Revokes one of one's own tokens, or as an administrator anybody's. */
export async function revokeTokenAction(form: FormData): Promise<void> {
  await runAction(form, {
    permission: 'token:own',
    input: z.object({ id: z.uuid() }),
    run: async (ctx, { id }) => {
      await revokeToken(ctx, id)
      return ok({ id })
    },
  })
  revalidatePath('/settings')
}
