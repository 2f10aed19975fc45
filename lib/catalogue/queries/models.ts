import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'

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

export interface ModelFilter {
  q?: string | undefined
  family?: string | undefined
  openness?: string | undefined
  licence?: string | undefined
  kind?: 'weights' | 'api_only' | 'own_build' | undefined
  state?: string | undefined
  isMismatched?: boolean | undefined
}

export const MODEL_SORTS = [
  'name',
  'family',
  'releaseOn',
  'paramsTotalB',
  'contextTokens',
  'licenceId',
  'openness',
] as const
export type ModelSort = (typeof MODEL_SORTS)[number]

export interface ModelPage {
  filter: ModelFilter
  sort: { by: ModelSort; isDescending: boolean }
  page: { offset: number; limit: number }
}

export type ModelRow = Prisma.ModelCurrentGetPayload<object>

/** One page of models, with how many match. */
export async function listModels(
  db: Queryable,
  { filter, sort, page }: ModelPage,
): Promise<{ rows: ModelRow[]; total: number }> {
  const where = whereModels(filter)
  const direction = sort.isDescending ? ('desc' as const) : ('asc' as const)
  const isNullable = sort.by !== 'name' && sort.by !== 'openness'
  const orderBy: Prisma.ModelCurrentOrderByWithRelationInput[] = [
    { [sort.by]: isNullable ? { sort: direction, nulls: 'last' } : direction },
    { modelId: 'asc' },
  ]
  const rows = await db.modelCurrent.findMany({ where, orderBy, skip: page.offset, take: page.limit })
  return { rows, total: await db.modelCurrent.count({ where }) }
}

function whereModels(filter: ModelFilter): Prisma.ModelCurrentWhereInput {
  return {
    ...(filter.q ? { name: { contains: filter.q, mode: 'insensitive' } } : {}),
    ...(filter.family ? { family: filter.family } : {}),
    ...(filter.openness ? { openness: filter.openness } : {}),
    ...(filter.licence ? { licenceId: filter.licence } : {}),
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.isMismatched ? { hasMismatch: true } : {}),
  }
}
