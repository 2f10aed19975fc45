'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { findDeployment } from '#lib/deployments/queries/find-deployment.ts'
import { notFound } from '#lib/shared/failure.ts'
import { ok, refused } from '#lib/shared/outcome.ts'

const input = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1), typedName: z.string() })

/** Takes a deployment out of use when its name was typed as it stands. */
export async function retireAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'deployment:register',
    input,
    run: async (ctx, { id, version, typedName }) => {
      const found = await findDeployment(ctx.db, scopeFor(ctx.actor, 'deployment:register'), id)
      if (!found) throw notFound('This deployment')
      if (found.newest.name !== typedName) {
        return refused({
          field: '',
          rule: 'name.not-typed',
          message: 'The name that was typed is not the name of this deployment. Nothing was changed.',
          remedy: `Type ${found.newest.name} as it stands.`,
        })
      }
      await retireDeployment(ctx, id, version)
      return ok(id)
    },
  })
  if (value === null) return state
  redirect(`/deployments/${value}` as Route)
}
