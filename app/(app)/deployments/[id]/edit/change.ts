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
import { type DeploymentVersion, inputOf, versionChanges } from '#lib/deployments/deployment-version.ts'
import { type DeploymentOnRecord, findDeployment } from '#lib/deployments/queries/find-deployment.ts'
import { FIELD_WORDS } from '#lib/deployments/sentences.en.ts'
import { notFound } from '#lib/shared/failure.ts'
import { formValues } from '../../_components/form-values.ts'

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
  const newer = newerVersion(found, fields['expected'])
  return {
    refusals: formRefusals(state.refusals, fields),
    values: newer ? { ...state.values, ...untouched(newer, state.values) } : state.values,
    result: newer && told(newer),
  }
}

interface NewerVersion {
  team: string
  seen: DeploymentVersion
  newest: DeploymentVersion
}

/** What was saved since the version an edit began from; null when nothing was. */
function newerVersion(found: DeploymentOnRecord | null, expected: unknown): NewerVersion | null {
  const seen = found?.versions.find((version) => version.n === Number(expected))
  return found && seen && found.newest.n > seen.n ? { team: found.team.slug, seen, newest: found.newest } : null
}

/** The fields the editor left as they were, as they were saved meanwhile: saving over it undoes nothing by accident. */
function untouched({ team, seen, newest }: NewerVersion, typed: Record<string, string>): Record<string, string> {
  const before = formValues(inputOf(seen, team))
  const saved = Object.entries(formValues(inputOf(newest, team)))
  return Object.fromEntries(saved.filter(([name]) => typed[name] === before[name]))
}

function told({ seen, newest }: NewerVersion): Record<string, string> {
  const changed = versionChanges(seen, newest).map((change) => FIELD_WORDS[change.field].toLowerCase())
  return {
    version: String(newest.n),
    by: newest.recordedBy,
    what: newest.isRetired ? 'It retired the deployment.' : `It changed: ${changed.join(', ') || 'nothing'}.`,
  }
}
