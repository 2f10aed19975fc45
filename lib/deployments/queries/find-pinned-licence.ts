import type { Queryable } from '#lib/db/client.ts'
import { bindingsAt } from '#lib/licences/binding-periods.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'

/** A licence text of the pinned revision: where it stood, what it was found to be. */
export interface PinnedText {
  sha256: string
  path: string
  seenAt: Date
  identification: Identification | null
  /** The one that governs this version. */
  isGoverning: boolean
}

export interface PinnedLicence {
  texts: PinnedText[]
  /** What the card of the pinned revision declares, with when that was recorded; null where it was never read. */
  declared: { licenceId: string | null; recordedAt: Date } | null
  /** What governs, by which kind of knowledge, recorded when. */
  binding: { basis: 'declared' | 'identified' | 'concluded'; licenceId: string | null; recordedAt: Date } | null
  /** What a person concludes to govern the pinned revision, which the judgement goes by; null where nobody did. */
  concluded: { licenceId: string | null; textSha: string | null; reason: string; by: string; recordedAt: Date } | null
}

/** The licence evidence behind one version of a deployment. */
export async function findPinnedLicence(db: Queryable, deploymentId: string, n: number): Promise<PinnedLicence> {
  const version = await db.deploymentVersion.findUniqueOrThrow({
    where: { deploymentId_n: { deploymentId, n } },
    include: {
      pinnedBinding: true,
      revision: {
        include: {
          sightings: { orderBy: [{ path: 'asc' }, { at: 'asc' }] },
          bindings: { where: { basis: { in: ['declared', 'concluded'] } } },
        },
      },
    },
  })
  const { pinnedBinding, revision, pinnedTextSha } = version
  const sightings = revision?.sightings ?? []
  const identifications = await listIdentifications(
    db,
    sightings.map((sighting) => sighting.textSha),
  )
  const { declared, concluded } = bindingsAt(revision?.bindings ?? [])
  return {
    texts: sightings.map((sighting) => ({
      sha256: sighting.textSha,
      path: sighting.path,
      seenAt: sighting.at,
      identification: identifications.get(sighting.textSha) ?? null,
      isGoverning: sighting.textSha === pinnedTextSha,
    })),
    declared: declared ? { licenceId: declared.licenceId, recordedAt: declared.recordedAt } : null,
    binding: pinnedBinding
      ? { basis: pinnedBinding.basis, licenceId: pinnedBinding.licenceId, recordedAt: pinnedBinding.recordedAt }
      : null,
    concluded: concluded
      ? {
          licenceId: concluded.licenceId,
          textSha: concluded.textSha,
          reason: concluded.reason ?? '',
          by: concluded.recordedByName ?? 'somebody',
          recordedAt: concluded.recordedAt,
        }
      : null,
  }
}
