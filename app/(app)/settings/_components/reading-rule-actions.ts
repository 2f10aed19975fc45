'use server'

import { revalidatePath } from 'next/cache'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { setReadingRule } from '#lib/licences/commands/reading-rule.ts'
import { readingRuleInput } from '#lib/licences/reading-input.ts'

/** Says whether readings concluded from now on need a second person. */
export async function setReadingRuleAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'reading-rule:set',
    input: readingRuleInput,
    read: (fields) => ({ ...fields, needsSecondPerson: fields['needsSecondPerson'] === 'yes' }),
    run: setReadingRule,
  })
  if (value === null) return state
  revalidatePath('/settings')
  return { ...state, result: { set: value.id } }
}
