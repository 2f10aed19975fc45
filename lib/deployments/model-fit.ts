import type { Refusal } from '#lib/shared/outcome.ts'
import type { DeploymentInput } from './schema.ts'

/**
 * Why a deployment cannot be of such a model: a product without weights is neither held nor pinned by commit or
 * digest.
 */
export function modelFitRefusals(
  input: Pick<DeploymentInput, 'accessChannel' | 'revision'>,
  modelKind: 'weights' | 'api_only' | 'own_build',
): Refusal[] {
  if (modelKind !== 'api_only') return []
  const refusals: Refusal[] = []
  if (input.accessChannel !== 'provider_api') {
    refusals.push({
      field: '/accessChannel',
      rule: 'accessChannel.no-weights',
      message: 'This model is offered as an API only; there are no weights to run.',
      remedy: 'Give provider_api, or name the model whose weights you run.',
    })
  }
  if (input.revision.kind === 'commit' || input.revision.kind === 'digest') {
    refusals.push({
      field: '/revision/kind',
      rule: 'revision.kind.no-weights',
      message: 'This model has no published files, so no commit and no digest.',
      remedy: 'Give provider_snapshot with the name the provider uses, or unknown with a reason.',
    })
  }
  return refusals
}
