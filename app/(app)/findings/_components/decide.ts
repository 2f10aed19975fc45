'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { decideFinding } from '#lib/policy/commands/decide-finding.ts'
import { decideFindingInput } from '#lib/policy/schema.ts'
import { ok } from '#lib/shared/outcome.ts'

/** Puts on record what a person says about a finding, and shows the finding with it. */
export async function decideAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'finding:decide',
    input: decideFindingInput,
    run: async (ctx, input) => {
      await decideFinding(ctx, input)
      return ok(input.findingId)
    },
  })
  if (value === null) return state
  redirect(`/findings/${value}` as Route)
}
