'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { concludeBinding } from '#lib/licences/commands/conclude-binding.ts'
import { concludedBindingInput } from '#lib/licences/concluded-binding.ts'

const modelId = z.uuid()

/** Puts on record what a person concludes to govern a revision, and shows the model's licence with it. */
export async function concludeAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'licence:conclude',
    input: concludedBindingInput,
    read: ({ revisionId, textSha, licenceId, reason }) => ({
      revisionId,
      textSha: textSha || null,
      licenceId: licenceId || null,
      reason,
    }),
    run: concludeBinding,
  })
  if (value === null) return state
  redirect(`/models/${modelId.parse(form.get('modelId'))}/licence` as Route)
}
