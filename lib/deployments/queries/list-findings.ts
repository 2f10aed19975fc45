import { Prisma } from '#generated/prisma/client.ts'
import type { Scope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { RuleEffect, Severity } from '#lib/policy/rule.ts'
import type { FindingFilter } from '#lib/policy/schema.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { cursorOf, type ListPlace, placeOf, WRONG_CURSOR } from '../list-place.ts'
import { type FindingWords, listFindingWords } from './finding-words.ts'

/** One finding as the queue shows it. */
export interface FindingRow extends FindingWords {
  id: string
  ruleId: string
  severity: Severity
  effect: RuleEffect
  isOpen: boolean
  since: Date
  decidedAt: Date | null
  deploymentId: string
  deployment: string
  team: string
  model: string
}

export interface FindingPage {
  rows: FindingRow[]
  previous: string | null
  next: string | null
}

type BareRow = Omit<FindingRow, keyof FindingWords>

function whereFindings(scope: Scope, filter: FindingFilter): Prisma.Sql {
  const { state, decided, severity, rule, team, model, deployment, q } = filter
  const conditions: Prisma.Sql[] = []
  if (state !== 'all') conditions.push(Prisma.sql`f.is_open = ${state === 'open'}`)
  if (scope.teamIds !== 'all') conditions.push(Prisma.sql`f.team_id = any(${[...scope.teamIds]}::uuid[])`)
  if (decided !== undefined) {
    conditions.push(decided === 'yes' ? Prisma.sql`f.decided_at is not null` : Prisma.sql`f.decided_at is null`)
  }
  if (severity !== undefined) conditions.push(Prisma.sql`f.severity = ${severity}`)
  if (rule !== undefined) conditions.push(Prisma.sql`f.rule_id = ${rule}`)
  if (deployment !== undefined) conditions.push(Prisma.sql`f.deployment_id = ${deployment}::uuid`)
  if (team !== undefined) conditions.push(Prisma.sql`d.team_slug = ${team}`)
  if (model !== undefined) conditions.push(Prisma.sql`d.model_name = ${model}`)
  if (q !== undefined) {
    const pattern = `%${q
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(Prisma.sql`lower(d.name || ' ' || d.model_name) like ${pattern}`)
  }
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ')
}

// A left join, which PostgreSQL leaves out where no condition asks for the deployment.
const FROM = Prisma.sql`finding_current f left join deployment_current d on d.deployment_id = f.deployment_id`

const ORDER = 'queue'
const keyOf = (row: BareRow) => `${row.isOpen ? 1 : 0} ${row.since.toISOString()}`
const KEY = /^([01]) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/

function placeIn(cursor: string): ListPlace | null {
  const place = placeOf(cursor, ORDER, 'string')
  return place && KEY.test(String(place.key)) ? place : null
}

interface Asked {
  filter: FindingFilter
  limit: number
  cursor?: string | undefined
}

/** One page of the findings a reader may see: the open ones first, then by when they came or went, newest first. */
export async function listFindings(db: Queryable, scope: Scope, asked: Asked): Promise<Outcome<FindingPage>> {
  const { limit, cursor } = asked
  const place = cursor === undefined ? null : placeIn(cursor)
  if (cursor !== undefined && place === null) return refused(WRONG_CURSOR)
  const isBackwards = place?.direction === 'previous'
  const found = await rowsFrom(db, scope, asked, place)
  const hasMore = found.length > limit
  const bare = found.slice(0, limit)
  if (isBackwards) bare.reverse()
  const at = (direction: 'next' | 'previous', row: BareRow | undefined) =>
    row ? cursorOf(ORDER, { direction, key: keyOf(row), id: row.id }) : null
  return ok({
    rows: await withWords(db, bare),
    previous: isBackwards ? (hasMore ? at('previous', bare[0]) : null) : place && at('previous', bare[0]),
    next: isBackwards || hasMore ? at('next', bare.at(-1)) : null,
  })
}

function rowsFrom(db: Queryable, scope: Scope, asked: Asked, place: ListPlace | null): Promise<BareRow[]> {
  const isBackwards = place?.direction === 'previous'
  const order = isBackwards ? Prisma.sql`asc` : Prisma.sql`desc`
  const beyond = isBackwards ? Prisma.sql`>` : Prisma.sql`<`
  const [, isOpen, since] = KEY.exec(String(place?.key)) ?? []
  const after =
    place === null
      ? Prisma.empty
      : Prisma.sql`and (f.is_open, f.since, f.finding_id) ${beyond} (${isOpen === '1'}, ${since}::timestamptz, ${place.id}::uuid)`
  return db.$queryRaw<BareRow[]>`
    select f.finding_id as id, f.rule_id as "ruleId", f.severity, f.outcome as effect, f.is_open as "isOpen", f.since,
      f.decided_at as "decidedAt", f.deployment_id as "deploymentId", d.name as deployment, d.team_slug as team,
      d.model_name as model
    from ${FROM} where ${whereFindings(scope, asked.filter)} ${after}
    order by f.is_open ${order}, f.since ${order}, f.finding_id ${order} limit ${asked.limit + 1}`
}

async function withWords(db: Queryable, rows: readonly BareRow[]): Promise<FindingRow[]> {
  const words = await listFindingWords(
    db,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const said = words.get(row.id)
    return said ? [{ ...row, ...said }] : []
  })
}

const ROWS_AT_ONCE = 1_000

/** Every finding of a view in its order, some at a time. */
export async function* eachFinding(db: Queryable, scope: Scope, filter: FindingFilter): AsyncGenerator<FindingRow[]> {
  let place: ListPlace | null = null
  for (;;) {
    const bare: BareRow[] = await rowsFrom(db, scope, { filter, limit: ROWS_AT_ONCE }, place)
    yield await withWords(db, bare.slice(0, ROWS_AT_ONCE))
    const last = bare[ROWS_AT_ONCE - 1]
    if (bare.length <= ROWS_AT_ONCE || !last) return
    place = { direction: 'next', key: keyOf(last), id: last.id }
  }
}

export interface FindingCounts {
  /** How many match the whole filter. */
  total: number
  undecided: number
  decided: number
  closed: number
}

/** How many findings a view holds, and how they would part by state and decision. */
export async function countFindings(db: Queryable, scope: Scope, filter: FindingFilter): Promise<FindingCounts> {
  const { state, decided } = filter
  const where = whereFindings(scope, { ...filter, state: 'all', decided: undefined })
  const rows = await db.$queryRaw<{ isOpen: boolean; isDecided: boolean; count: number }[]>`
    select f.is_open as "isOpen", f.decided_at is not null as "isDecided", count(*)::int as count
    from ${FROM} where ${where} group by 1, 2`
  const sum = (keeps: (row: { isOpen: boolean; isDecided: boolean }) => boolean) =>
    rows.filter(keeps).reduce((all, row) => all + row.count, 0)
  return {
    total: sum(
      (row) =>
        (state === 'all' || row.isOpen === (state === 'open')) &&
        (decided === undefined || row.isDecided === (decided === 'yes')),
    ),
    undecided: sum((row) => row.isOpen && !row.isDecided),
    decided: sum((row) => row.isOpen && row.isDecided),
    closed: sum((row) => !row.isOpen),
  }
}
