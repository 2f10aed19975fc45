'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { ok } from '#lib/shared/outcome.ts'
import { changeSource } from '#lib/upstream/commands/sources.ts'
import { sourceChangeInput, upstreamIdSchema } from '#lib/upstream/schema.ts'

const input = z.object({ id: upstreamIdSchema, ...sourceChangeInput.shape })

/** Saves how a source is watched. */
export async function changeSourceAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'source:manage',
    input,
    read: ({ id, interval, confirmAfter, isPaused }) => ({
      id,
      interval: Number(interval),
      confirmAfter: Number(confirmAfter),
      isPaused: isPaused === 'on',
    }),
    run: async (ctx, { id, interval, confirmAfter, isPaused }) => {
      await changeSource(ctx, id, { intervalSeconds: interval, confirmAfterSeconds: confirmAfter, isPaused })
      return ok({ saved: 'true' })
    },
  })
  if (value === null) return state
  revalidatePath('/', 'layout')
  return { ...state, result: value }
}
