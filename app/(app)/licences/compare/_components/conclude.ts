'use server'

import { revalidatePath } from 'next/cache'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { concludeComparison } from '#lib/licences/commands/conclude-comparison.ts'
import { comparisonConclusionInput } from '#lib/licences/comparison-conclusion.ts'

/** Puts on record what a person concludes about two texts. */
export async function concludeComparisonAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'licence:conclude',
    input: comparisonConclusionInput,
    run: concludeComparison,
  })
  if (value === null) return state
  revalidatePath('/licences/compare')
  return state
}
