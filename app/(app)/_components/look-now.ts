'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { ok } from '#lib/shared/outcome.ts'
import { requestLook } from '#lib/upstream/commands/sources.ts'

/** Asks the background to look at a source now. */
export async function lookNowAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'upstream:look',
    input: z.object({ sourceId: z.uuid() }),
    run: async (ctx, { sourceId }) => {
      await requestLook(ctx, sourceId)
      return ok({ sourceId })
    },
  })
  if (value === null) return state
  revalidatePath('/', 'layout')
  return { ...state, result: value }
}
