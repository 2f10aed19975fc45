import type { Prisma } from '#generated/prisma/client.ts'
import type { Actor } from '#lib/auth/actor.ts'
import type { DeploymentInput } from '../schema.ts'

interface NewVersion {
  deploymentId: string
  n: number
  input: DeploymentInput
  pinned: { modelId: string; revisionId: string | null; bindingId: string | null; textSha: string | null }
  unknownBecause: string | null
  isRetired: boolean
}

/** The row of one version of a deployment, whole. */
export function versionRow(
  { deploymentId, n, input, pinned, unknownBecause, isRetired }: NewVersion,
  actor: Actor,
  now: Date,
): Prisma.DeploymentVersionUncheckedCreateInput {
  const {
    name,
    environment,
    purpose,
    use,
    exposure,
    accessChannel,
    provider,
    owner,
    monthlyActiveUsers,
    regions,
    startsOn,
  } = input
  return {
    deploymentId,
    n,
    modelId: pinned.modelId,
    revisionId: pinned.revisionId,
    unknownBecause,
    requestedRevision: { ...input.revision },
    pinnedBindingId: pinned.bindingId,
    pinnedTextSha: pinned.textSha,
    name,
    environment,
    purpose,
    use,
    exposure,
    accessChannel,
    provider,
    owner,
    monthlyActiveUsers: monthlyActiveUsers === null ? null : BigInt(monthlyActiveUsers),
    regions: [...regions],
    startsOn: startsOn === null ? null : new Date(`${startsOn}T00:00:00Z`),
    isRetired,
    recordedAt: now,
    recordedBy: actor.name,
  }
}
