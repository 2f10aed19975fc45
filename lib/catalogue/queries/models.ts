import { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { ModelFilter, ModelOrder, ModelSort } from '../model-list.ts'
import type { ModelPlace } from '../model-place.ts'
import { OPENNESS } from '../openness.ts'
import { modelConditions } from './model-conditions.ts'

export interface NamedModel {
  id: string
  kind: 'weights' | 'api_only' | 'own_build'
  name: string
  /** What it is called on the hub now; null for a model that is not there. */
  hubName: string | null
}

/** The model that carries this name now, on the hub or at its provider; null where none does. */
export async function findModelByName(db: Queryable, name: string): Promise<NamedModel | null> {
  const row = await db.modelName.findFirst({
    where: { name, end: null },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    include: {
      model: { include: { names: { where: { end: null, registry: 'hf' }, orderBy: { recordedAt: 'desc' } } } },
    },
  })
  return row
    ? { id: row.modelId, kind: row.model.kind, name: row.name, hubName: row.model.names[0]?.name ?? null }
    : null
}

export interface ModelPage {
  filter: ModelFilter
  sort: ModelOrder
  page: { offset: number; limit: number }
}

export type ModelRow = Prisma.ModelCurrentGetPayload<object>

const ROW = Prisma.sql`
  m.model_id as "modelId", m.name, m.registry, m.publisher, m.family, m.kind::text as kind, m.lineage, m.generation, m.tier,
  m.task, m.params_total_b as "paramsTotalB", m.context_tokens as "contextTokens", m.release_on as "releaseOn",
  m.release_precision as "releasePrecision", m.licence_id as "licenceId", m.licence_basis as "licenceBasis",
  m.has_mismatch as "hasMismatch", m.openness, m.state, m.last_seen_at as "lastSeenAt", m.updated_at as "updatedAt"`

// Openness is a scale, and its words in the order of the alphabet are not.
const STEPS: readonly string[] = OPENNESS
const SCALE = Prisma.sql`array[${Prisma.join([...OPENNESS])}]::text[]`

const SORTED: Record<ModelSort, { by: Prisma.Sql; type: Prisma.Sql; of: (row: ModelRow) => ModelPlace['value'] }> = {
  name: { by: Prisma.sql`m.name`, type: Prisma.sql`text`, of: (row) => row.name },
  family: { by: Prisma.sql`m.family`, type: Prisma.sql`text`, of: (row) => row.family },
  releaseOn: {
    by: Prisma.sql`m.release_on`,
    type: Prisma.sql`date`,
    of: (row) => row.releaseOn?.toISOString().slice(0, 10) ?? null,
  },
  paramsTotalB: { by: Prisma.sql`m.params_total_b`, type: Prisma.sql`float8`, of: (row) => row.paramsTotalB },
  contextTokens: { by: Prisma.sql`m.context_tokens`, type: Prisma.sql`int`, of: (row) => row.contextTokens },
  licenceId: { by: Prisma.sql`m.licence_id`, type: Prisma.sql`text`, of: (row) => row.licenceId },
  openness: {
    by: Prisma.sql`array_position(${SCALE}, m.openness)`,
    type: Prisma.sql`int`,
    of: (row) => STEPS.indexOf(row.openness) + 1,
  },
}

/** One page of models, with how many match. */
export async function listModels(
  db: Queryable,
  { filter, sort, page }: ModelPage,
): Promise<{ rows: ModelRow[]; total: number }> {
  const rows = await db.$queryRaw<ModelRow[]>`
    select ${ROW} from model_current m where ${modelConditions(filter)}
    order by ${orderOf(sort)} limit ${page.limit} offset ${page.offset}`
  return { rows, total: await countModels(db, filter) }
}

/** The models after a place in the list; from its beginning without one. A model that came or went meanwhile moves no other. */
export async function listModelsAfter(
  db: Queryable,
  given: { filter: ModelFilter; sort: ModelOrder; after: ModelPlace | null; limit: number },
): Promise<ModelRow[]> {
  const { filter, sort, after, limit } = given
  const place = after === null ? Prisma.sql`true` : beyond(sort, after)
  return db.$queryRaw<ModelRow[]>`
    select ${ROW} from model_current m where ${modelConditions(filter)} and ${place}
    order by ${orderOf(sort)} limit ${limit}`
}

/** Where the list goes on after this row. */
export function placeOfModel(row: ModelRow, sort: ModelOrder): ModelPlace {
  return { value: SORTED[sort.by].of(row), id: row.modelId }
}

/** How many models match. */
export async function countModels(db: Queryable, filter: ModelFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from model_current m where ${modelConditions(filter)}`
  return row?.n ?? 0
}

/** How many models match at each step of openness, whatever step the filter names. */
export async function countModelsByOpenness(db: Queryable, filter: ModelFilter): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ openness: string; n: number }[]>`
    select m.openness, count(*)::int as n from model_current m
    where ${modelConditions({ ...filter, openness: undefined })} group by m.openness`
  return new Map(rows.map((row) => [row.openness, row.n]))
}

export interface ModelChoices {
  families: string[]
  licences: string[]
  states: string[]
  hasUndated: boolean
  hasNoLicence: boolean
}

/** What the list can be filtered by: only values that some model has. */
export async function listModelChoices(db: Queryable): Promise<ModelChoices> {
  const [row] = await db.$queryRaw<ModelChoices[]>`
    select
      coalesce(array_agg(distinct family order by family) filter (where family is not null), '{}') as families,
      coalesce(array_agg(distinct licence_id order by licence_id) filter (where licence_id is not null), '{}') as licences,
      coalesce(array_agg(distinct state order by state) filter (where state is not null), '{}') as states,
      coalesce(bool_or(release_on is null), false) as "hasUndated",
      coalesce(bool_or(licence_id is null), false) as "hasNoLicence"
    from model_current`
  return row ?? { families: [], licences: [], states: [], hasUndated: false, hasNoLicence: false }
}

function orderOf({ by, isDescending }: ModelOrder): Prisma.Sql {
  const direction = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`
  return Prisma.sql`${SORTED[by].by} ${direction} nulls last, m.model_id asc`
}

function beyond({ by, isDescending }: ModelOrder, { value, id }: ModelPlace): Prisma.Sql {
  const { by: column, type } = SORTED[by]
  if (value === null) return Prisma.sql`(${column} is null and m.model_id > ${id}::uuid)`
  const at = Prisma.sql`cast(${value} as ${type})`
  const comparison = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  return Prisma.sql`(${column} ${comparison} ${at} or (${column} = ${at} and m.model_id > ${id}::uuid) or ${column} is null)`
}
