import { z } from 'zod'
import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { DeploymentVersion } from '../deployment-version.ts'

const requestedShape = z.object({ value: z.string().optional() })
const isId = (text: string) => z.uuid().safeParse(text).success

/** A deployment with all its versions, newest first. */
export interface DeploymentOnRecord {
  id: string
  slug: string
  team: { id: string; slug: string; name: string }
  createdAt: Date
  newest: DeploymentVersion
  versions: DeploymentVersion[]
}

const WITH_PINNED = {
  model: { include: { current: { select: { name: true } }, names: { orderBy: { recordedAt: 'desc' }, take: 1 } } },
  revision: { select: { kind: true, value: true, knowledge: true } },
  pinnedBinding: { select: { licenceId: true } },
} as const

/** One deployment by its id, if the reader may know of it. */
export async function findDeployment(db: Queryable, scope: Scope, id: string): Promise<DeploymentOnRecord | null> {
  if (!isId(id)) return null
  const row = await db.deployment.findFirst({
    where: { id, ...withinScope(scope) },
    include: { team: true, versions: { orderBy: { n: 'desc' }, include: WITH_PINNED } },
  })
  if (!row) return null
  const versions = row.versions.map((version): DeploymentVersion => {
    const { model, revision, pinnedBinding } = version
    return {
      n: version.n,
      name: version.name,
      model: model.current?.name ?? model.names[0]?.name ?? model.id,
      modelId: model.id,
      modelKind: model.kind,
      revision: {
        kind: revision?.kind ?? 'unknown',
        value: revision?.value ?? null,
        isConfirmed: revision?.knowledge === 'observed',
      },
      unknownBecause: version.unknownBecause,
      requested: requestedShape.safeParse(version.requestedRevision).data?.value ?? null,
      environment: version.environment,
      purpose: version.purpose,
      use: version.use,
      exposure: version.exposure,
      accessChannel: version.accessChannel,
      provider: version.provider,
      owner: version.owner,
      monthlyActiveUsers: version.monthlyActiveUsers === null ? null : Number(version.monthlyActiveUsers),
      regions: version.regions,
      startsOn: version.startsOn?.toISOString().slice(0, 10) ?? null,
      pinnedTextSha: version.pinnedTextSha,
      pinnedLicenceId: pinnedBinding?.licenceId ?? null,
      isRetired: version.isRetired,
      recordedAt: version.recordedAt,
      recordedBy: version.recordedBy,
    }
  })
  const [newest] = versions
  if (!newest) return null
  const { team } = row
  return {
    id: row.id,
    slug: row.slug,
    team: { id: team.id, slug: team.slug, name: team.name },
    createdAt: row.createdAt,
    newest,
    versions,
  }
}
