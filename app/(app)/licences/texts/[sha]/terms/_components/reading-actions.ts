'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { proposeReading } from '#lib/licences/commands/propose-reading.ts'
import { concludeReading, giveOpinion } from '#lib/licences/commands/readings.ts'
import { concludeInput, opinionInput, proposeInput } from '#lib/licences/reading-input.ts'
import { ok } from '#lib/shared/outcome.ts'
import { readConcluded } from './concluded-fields.ts'

/** Puts on record what a person concludes of some terms, and shows the terms with it. */
export async function concludeAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'licence:conclude',
    input: concludeInput,
    read: readConcluded,
    run: async (ctx, input) => {
      const outcome = await concludeReading(ctx, input)
      return outcome.ok ? ok({ text: input.text, term: input.terms[0]?.term ?? '' }) : outcome
    },
  })
  if (value === null) return state
  redirect(`/licences/texts/${value.text}/terms#term-${value.term}` as Route)
}

/** Has the patterns read a text, and shows what they propose. */
export async function proposeAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'licence:conclude',
    input: proposeInput,
    run: async (ctx, { text }) => {
      const outcome = await proposeReading(ctx, text)
      return outcome.ok ? ok(text) : outcome
    },
  })
  if (value === null) return state
  redirect(`/licences/texts/${value}/terms` as Route)
}

/** Says what one thinks of somebody else's reading. */
export async function opinionAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'licence:conclude',
    input: opinionInput.extend({ readingId: z.uuid() }),
    read: (fields) => ({ ...fields, agrees: fields['agrees'] === '' ? undefined : fields['agrees'] === 'yes' }),
    run: giveOpinion,
  })
  if (value === null) return state
  revalidatePath('/licences/texts/[sha]/terms', 'page')
  return { ...state, result: { counts: String(value.isCounting) } }
}
