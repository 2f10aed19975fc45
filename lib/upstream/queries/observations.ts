import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { SeenObservation } from '../change-record.ts'
import type { RecordPlace } from '../record-place.ts'
import type { RepositoryState } from '../repository-state.ts'
import type { ObservationFilter } from '../schema.ts'
import { modelCondition } from './change-conditions.ts'
import { seenOf } from './changes.ts'
import { readState } from './state-shape.ts'

/** What one look saw of one repository, whole. */
export interface ObservationRecord extends SeenObservation {
  sourceId: string
  repositoryId: string
  modelId: string
  previousId: string | null
  state: RepositoryState
  stateHash: string
  parserVersion: string
}

const WITH_PLACE = {
  look: { select: { sourceId: true } },
  repository: { select: { modelId: true } },
} satisfies Prisma.ObservationInclude

/** The observations that match, newest first, after a place in the list. */
export async function listObservations(
  db: Queryable,
  filter: ObservationFilter,
  page: { after: RecordPlace | null; limit: number },
): Promise<ObservationRecord[]> {
  const { after } = page
  const rows = await db.observation.findMany({
    where: {
      AND: [
        conditionsOf(filter),
        after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] },
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: page.limit,
    include: WITH_PLACE,
  })
  return rows.map(observationOf)
}

/** How many observations match. */
export async function countObservations(db: Queryable, filter: ObservationFilter): Promise<number> {
  return db.observation.count({ where: conditionsOf(filter) })
}

function conditionsOf({ model, source, look, outcome }: ObservationFilter): Prisma.ObservationWhereInput {
  return {
    ...(model ? { repository: { model: modelCondition(model) } } : {}),
    ...(source ? { look: { sourceId: source } } : {}),
    ...(look ? { lookId: look } : {}),
    ...(outcome ? { outcome } : {}),
  }
}

function observationOf(row: Prisma.ObservationGetPayload<{ include: typeof WITH_PLACE }>): ObservationRecord {
  return {
    ...seenOf(row),
    sourceId: row.look.sourceId,
    repositoryId: row.repositoryId,
    modelId: row.repository.modelId,
    previousId: row.previousId,
    state: readState(row.state),
    stateHash: row.stateHash,
    parserVersion: row.parserVersion,
  }
}
