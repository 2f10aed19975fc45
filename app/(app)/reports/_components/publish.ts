'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { publishWeeklyReport } from '#lib/reports/commands/publish-weekly-report.ts'
import { reportWeekInput } from '#lib/reports/schema.ts'
import { ok } from '#lib/shared/outcome.ts'

/** Publishes a finished week and leads to its report. */
export async function publishAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'report:publish',
    input: reportWeekInput,
    run: async (ctx, { week }) => {
      const outcome = await publishWeeklyReport(ctx, week)
      return outcome.ok ? ok(week) : outcome
    },
  })
  if (value === null) return state
  revalidatePath('/reports')
  redirect(`/reports/${value}` as Route)
}
