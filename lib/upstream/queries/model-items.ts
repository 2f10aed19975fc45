import { CATALOGUE_DATASET } from '#lib/catalogue/claims.ts'
import type { CatalogueSpeaks } from '#lib/catalogue/list-items.ts'
import type { ModelFilter, ModelOrder } from '#lib/catalogue/model-list.ts'
import type { ModelPlace } from '#lib/catalogue/model-place.ts'
import { findNewestLoad } from '#lib/catalogue/queries/model-detail.ts'
import { listModelsAfter, type ModelRow, placeOfModel } from '#lib/catalogue/queries/models.ts'
import type { Queryable } from '#lib/db/client.ts'
import { type ModelItem, modelItem } from '../model-item.ts'
import { type ModelStanding, modelStanding } from '../model-standing.ts'
import { listModelSightings } from './model-sightings.ts'
import { listSources } from './sources.ts'

const BATCH = 1_000

/** The most rows an export holds. */
export const MOST_EXPORTED = 100_000

/** How these models stand at their hub, by id. */
export async function listModelStandings(
  db: Queryable,
  rows: readonly ModelRow[],
  now: Date,
): Promise<Map<string, ModelStanding>> {
  const sightings = await listModelSightings(
    db,
    rows.map((row) => row.modelId),
  )
  const sources = await listSources(db, now)
  return new Map(rows.map((row) => [row.modelId, modelStanding(row, sightings.get(row.modelId) ?? null, sources)]))
}

/** Models as the API gives them. */
export async function listModelItems(db: Queryable, rows: readonly ModelRow[], now: Date): Promise<ModelItem[]> {
  const standings = await listModelStandings(db, rows, now)
  const catalogue = await findCatalogueSpeaks(db)
  return rows.map((row) => modelItem(row, standings.get(row.modelId) ?? { kind: 'never-looked' }, catalogue))
}

/** Which data set speaks where no look has; null before one was loaded. */
export async function findCatalogueSpeaks(db: Queryable): Promise<CatalogueSpeaks | null> {
  const load = await findNewestLoad(db, CATALOGUE_DATASET)
  return load === null ? null : { compiledOn: load.compiledOn, source: `${CATALOGUE_DATASET}@${load.version}` }
}

/** Every model of a view in its order, some at a time, so that a long list is never held whole. */
export async function* eachModelItem(
  db: Queryable,
  view: { filter: ModelFilter; sort: ModelOrder },
  now: Date,
): AsyncGenerator<ModelItem[]> {
  let after: ModelPlace | null = null
  for (let given = 0; given < MOST_EXPORTED; given += BATCH) {
    const rows: ModelRow[] = await listModelsAfter(db, { ...view, after, limit: BATCH })
    const last = rows.at(-1)
    if (last === undefined) return
    yield await listModelItems(db, rows, now)
    if (rows.length < BATCH) return
    after = placeOfModel(last, view.sort)
  }
}
