import { Prisma } from '#generated/prisma/client.ts'
import type { Scope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { Verdict } from '#lib/policy/verdict.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { cursorOf, type ListPlace, placeOf, WRONG_CURSOR } from '../list-place.ts'
import {
  DEPLOYMENT_SORTS,
  type DeploymentFilter,
  type DeploymentInput,
  type DeploymentListQuery,
  type DeploymentSort,
} from '../schema.ts'
import { whereDeployments } from './deployment-conditions.ts'

/** One deployment as the list shows it. */
export interface DeploymentRow extends Pick<DeploymentInput, 'environment' | 'use' | 'exposure' | 'accessChannel'> {
  id: string
  version: number
  /** Slug of its team. */
  team: string
  slug: string
  name: string
  modelId: string
  model: string
  revision: string
  isConfirmed: boolean
  owner: string
  licenceId: string | null
  licenceBasis: string | null
  verdict: Verdict
  verdictRank: number
  openFindings: number
  isRetired: boolean
  registeredAt: Date
  changedAt: Date
}

export interface DeploymentPage {
  rows: DeploymentRow[]
  previous: string | null
  next: string | null
}

type Sort = DeploymentListQuery['sort']

const COLUMNS = Prisma.sql`deployment_id as id, n as version, team_slug as team, slug, name, model_id as "modelId",
  model_name as model, revision, is_confirmed as "isConfirmed", environment, use, exposure,
  access_channel as "accessChannel", owner, licence_id as "licenceId", licence_basis as "licenceBasis", verdict,
  verdict_rank as "verdictRank", open_findings as "openFindings", is_retired as "isRetired",
  registered_at as "registeredAt", changed_at as "changedAt"`

interface SortColumn {
  column: Prisma.Sql
  type: Prisma.Sql
  kind: 'string' | 'number' | 'instant'
  key: (row: DeploymentRow) => string | number
}

/** Each has an index that begins with `is_retired`, so that a page costs the same wherever it lies. */
const SORT: Record<DeploymentSort, SortColumn> = {
  name: { column: Prisma.sql`name`, type: Prisma.sql`text`, kind: 'string', key: (row) => row.name },
  team: { column: Prisma.sql`team_slug`, type: Prisma.sql`text`, kind: 'string', key: (row) => row.team },
  model: { column: Prisma.sql`model_name`, type: Prisma.sql`text`, kind: 'string', key: (row) => row.model },
  verdict: { column: Prisma.sql`verdict_rank`, type: Prisma.sql`int`, kind: 'number', key: (row) => row.verdictRank },
  changed: {
    column: Prisma.sql`changed_at`,
    type: Prisma.sql`timestamptz`,
    kind: 'instant',
    key: (row) => row.changedAt.toISOString(),
  },
}

function sortOf(sort: Sort): SortColumn & { isDescending: boolean } {
  const isDescending = sort.startsWith('-')
  const by = DEPLOYMENT_SORTS.find((one) => one === sort || `-${one}` === sort)
  if (by === undefined) throw new Error(`The list has no order ${sort}.`)
  return { ...SORT[by], isDescending }
}

interface Asked {
  filter: DeploymentFilter
  sort: Sort
  limit: number
  cursor?: string | undefined
}

/** One page of the deployments a reader may see, by keyset: what lies before it is never counted through. */
export async function listDeployments(db: Queryable, scope: Scope, asked: Asked): Promise<Outcome<DeploymentPage>> {
  const { sort, limit, cursor } = asked
  const place = cursor === undefined ? null : placeOf(cursor, sort, sortOf(sort).kind)
  if (cursor !== undefined && place === null) return refused(WRONG_CURSOR)
  const isBackwards = place?.direction === 'previous'
  const found = await rowsFrom(db, scope, asked, place)
  const hasMore = found.length > limit
  const rows = found.slice(0, limit)
  if (isBackwards) rows.reverse()
  const at = (direction: 'next' | 'previous', row: DeploymentRow | undefined) =>
    row ? cursorOf(sort, { direction, key: sortOf(sort).key(row), id: row.id }) : null
  return ok({
    rows,
    previous: isBackwards ? (hasMore ? at('previous', rows[0]) : null) : place && at('previous', rows[0]),
    next: isBackwards || hasMore ? at('next', rows.at(-1)) : null,
  })
}

function rowsFrom(db: Queryable, scope: Scope, asked: Asked, place: ListPlace | null): Promise<DeploymentRow[]> {
  const { column, type, isDescending } = sortOf(asked.sort)
  const goesDown = isDescending !== (place?.direction === 'previous')
  const order = goesDown ? Prisma.sql`desc` : Prisma.sql`asc`
  const beyond = goesDown ? Prisma.sql`<` : Prisma.sql`>`
  const after =
    place === null
      ? Prisma.empty
      : // A row comparison, not two conditions with "or": only this one starts in the middle of the index.
        Prisma.sql`and (${column}, deployment_id) ${beyond} (${place.key}::${type}, ${place.id}::uuid)`
  return db.$queryRaw<DeploymentRow[]>`
    select ${COLUMNS} from deployment_current
    where ${whereDeployments(scope, asked.filter)} ${after}
    order by ${column} ${order}, deployment_id ${order} limit ${asked.limit + 1}`
}

const ROWS_AT_ONCE = 2_000

/** Every deployment of a view in its order, some at a time. */
export async function* eachDeployment(
  db: Queryable,
  scope: Scope,
  view: Pick<Asked, 'filter' | 'sort'>,
): AsyncGenerator<DeploymentRow[]> {
  let place: ListPlace | null = null
  for (;;) {
    const rows: DeploymentRow[] = await rowsFrom(db, scope, { ...view, limit: ROWS_AT_ONCE }, place)
    yield rows.slice(0, ROWS_AT_ONCE)
    const last = rows[ROWS_AT_ONCE - 1]
    if (rows.length <= ROWS_AT_ONCE || !last) return
    place = { direction: 'next', key: sortOf(view.sort).key(last), id: last.id }
  }
}
