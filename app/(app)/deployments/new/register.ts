'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fieldsOf, runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { deploymentOfForm, formRefusals } from '#lib/deployments/deployment-form.ts'
import { readDeployment } from '#lib/deployments/deployment-input.ts'

/** Registers what the form says and leads to the deployment with the findings it has just earned. */
export async function registerAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'deployment:register',
    input: z.unknown(),
    read: deploymentOfForm,
    run: async (ctx, raw) => {
      const read = readDeployment(raw, ctx.clock.now())
      return read.ok ? registerDeployments(ctx, [read.value]) : read
    },
  })
  const [registered] = value ?? []
  if (!registered) return { ...state, refusals: formRefusals(state.refusals, fieldsOf(form)) }
  redirect(`/deployments/${registered.deploymentId}?registered=1` as Route)
}
