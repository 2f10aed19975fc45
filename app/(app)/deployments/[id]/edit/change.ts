'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fieldsOf, runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { changeDeployment } from '#lib/deployments/commands/change.ts'
import { deploymentOfForm, formRefusals } from '#lib/deployments/deployment-form.ts'
import { readDeployment } from '#lib/deployments/deployment-input.ts'
import { versionChanges } from '#lib/deployments/deployment-version.ts'
import { type DeploymentOnRecord, findDeployment } from '#lib/deployments/queries/find-deployment.ts'
import { FIELD_WORDS } from '#lib/deployments/sentences.en.ts'
import { notFound } from '#lib/shared/failure.ts'

const input = z.object({ id: z.uuid(), expected: z.coerce.number().int().min(1), deployment: z.unknown() })

/** Saves the next version of a deployment. When somebody else has saved meanwhile, says what they changed and keeps what was typed. */
export async function changeAction(_: FormState, form: FormData): Promise<FormState> {
  let found: DeploymentOnRecord | null = null
  const { state, value } = await runAction(form, {
    permission: 'deployment:register',
    input,
    read: (fields) => ({ id: fields['id'], expected: fields['expected'], deployment: deploymentOfForm(fields) }),
    run: async (ctx, { id, expected, deployment }) => {
      found = await findDeployment(ctx.db, scopeFor(ctx.actor, 'deployment:register'), id)
      if (!found) throw notFound('This deployment')
      const read = readDeployment(deployment, ctx.clock.now(), '', found.newest)
      return read.ok ? changeDeployment(ctx, id, read.value, expected) : read
    },
  })
  if (value !== null) redirect(`/deployments/${value.deploymentId}?saved=${value.n}` as Route)
  const fields = fieldsOf(form)
  return { ...state, refusals: formRefusals(state.refusals, fields), result: newerVersion(found, fields['expected']) }
}

/** What was saved since the version an edit began from; null when nothing was. */
function newerVersion(found: DeploymentOnRecord | null, expected: unknown): Record<string, string> | null {
  const seen = found?.versions.find((version) => version.n === Number(expected))
  if (!found || !seen || found.newest.n === seen.n) return null
  const changed = versionChanges(seen, found.newest).map((change) => FIELD_WORDS[change.field].toLowerCase())
  return {
    version: String(found.newest.n),
    by: found.newest.recordedBy,
    what: found.newest.isRetired ? 'It retired the deployment.' : `It changed: ${changed.join(', ') || 'nothing'}.`,
  }
}
