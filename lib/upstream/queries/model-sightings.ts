import type { Queryable } from '#lib/db/client.ts'
import type { Declaration } from '#lib/licences/declared.ts'
import type { LicenceAgreement } from '#lib/licences/mismatch.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'
import { agreementOf, declarationOf, textShasOf } from '../agreement.ts'
import type { ModelSighting } from '../model-standing.ts'
import { isSeen } from '../repository-state.ts'
import { governingOf } from '../sighting.ts'
import { readState } from './state-shape.ts'

/** Where and how the newest look saw each model; models no look has seen are absent. */
export async function listModelSightings(
  db: Queryable,
  modelIds: readonly string[] | 'all',
): Promise<Map<string, ModelSighting>> {
  const rows = await db.repositoryState.findMany({
    where: modelIds === 'all' ? {} : { repository: { modelId: { in: [...modelIds] } } },
    include: { repository: { select: { modelId: true } } },
    // A model in two places counts as it was seen last.
    orderBy: [{ lastSeenAt: 'asc' }, { repositoryId: 'asc' }],
  })
  return new Map(
    rows.map(({ repository: { modelId }, repositoryId, sourceId, name, state, since, lastSeenAt, observationId }) => [
      modelId,
      { modelId, repositoryId, sourceId, name, state, since, lastSeenAt, observationId },
    ]),
  )
}

export interface SeenLicence {
  commit: string | null
  /** What the card and the tags declare. */
  declaration: Declaration
  governing: { sha256: string; path: string; licenceId: string | null } | null
  agreement: LicenceAgreement
  observedAt: Date
  url: string
}

/** What one observation saw of a licence: the declaration, the text that governs, and whether they agree; null where all was hidden. */
export async function findSeenLicence(db: Queryable, observationId: string): Promise<SeenLicence | null> {
  const observation = await db.observation.findUnique({ where: { id: observationId } })
  if (!observation) return null
  const state = readState(observation.state)
  if (!isSeen(state)) return null
  const identifications = await listIdentifications(db, textShasOf(state))
  return {
    commit: state.commit,
    declaration: declarationOf(state),
    governing: governingOf(state, identifications),
    agreement: agreementOf(state, identifications),
    observedAt: observation.at,
    url: observation.url,
  }
}

/** Where and when observations were made, for facts that cite them. */
export async function listObservationPlaces(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, { url: string; at: Date }>> {
  const rows = await db.observation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, url: true, at: true },
  })
  return new Map(rows.map((row) => [row.id, { url: row.url, at: row.at }]))
}
