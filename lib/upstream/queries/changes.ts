import { z } from 'zod'
import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import { CHANGE_STATUSES, type ChangeKind, type ChangeStatus, currentStatus } from '../change.ts'
import type { ChangeRecord, SeenObservation } from '../change-record.ts'
import type { RecordPlace } from '../record-place.ts'
import { isSeen } from '../repository-state.ts'
import type { ChangeFilter } from '../schema.ts'
import { changeConditions } from './change-conditions.ts'
import { readState } from './state-shape.ts'

const detailShape = z.object({ before: z.json(), after: z.json(), part: z.string() })

const WITH_EVIDENCE = {
  before: true,
  after: true,
  model: { select: { current: { select: { name: true } } } },
  statuses: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ChangeInclude

type Row = Prisma.ChangeGetPayload<{ include: typeof WITH_EVIDENCE }>

const EXPORT_STEP = 500
/** A file holds at most so many changes. */
export const MOST_EXPORTED = 100_000

/** The changes that match, newest first, after a place in the list. */
export async function listChanges(
  db: Queryable,
  filter: ChangeFilter,
  page: { after: RecordPlace | null; limit: number },
): Promise<ChangeRecord[]> {
  const rows = await db.change.findMany({
    where: { AND: [changeConditions(filter), page.after === null ? {} : older(page.after)] },
    orderBy: [{ observedAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
    include: WITH_EVIDENCE,
  })
  return rows.map(recordOf)
}

/** How many changes match. */
export async function countChanges(db: Queryable, filter: ChangeFilter): Promise<number> {
  return db.change.count({ where: changeConditions(filter) })
}

/** How many changes match in each status, whatever status the filter names. */
export async function countChangesByStatus(db: Queryable, filter: ChangeFilter): Promise<Record<ChangeStatus, number>> {
  const [suspected = 0, confirmed = 0, cleared = 0] = await Promise.all(
    CHANGE_STATUSES.map((status) => countChanges(db, { ...filter, status })),
  )
  return { suspected, confirmed, cleared }
}

/** Every change that matches, from newest to oldest, some at a time. */
export async function* eachChange(db: Queryable, filter: ChangeFilter): AsyncGenerator<ChangeRecord[]> {
  let after: RecordPlace | null = null
  for (let left = MOST_EXPORTED; left > 0; ) {
    const rows: ChangeRecord[] = await listChanges(db, filter, { after, limit: Math.min(EXPORT_STEP, left) })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    left -= rows.length
    after = { at: last.observedAt, id: last.id }
  }
}

/** One change by its id; null where there is none. */
export async function findChange(db: Queryable, id: string): Promise<ChangeRecord | null> {
  const row = await db.change.findUnique({ where: { id }, include: WITH_EVIDENCE })
  return row && recordOf(row)
}

export interface ChangeChoices {
  kinds: ChangeKind[]
  publishers: string[]
  /** When the first was seen; null where there is none. */
  since: Date | null
}

/** What the feed can be filtered by: only values that some change has. */
export async function listChangeChoices(db: Queryable): Promise<ChangeChoices> {
  const kinds = await db.change.findMany({ distinct: ['kind'], select: { kind: true }, orderBy: { kind: 'asc' } })
  const publishers = await db.publisher.findMany({
    where: { models: { some: { changes: { some: {} } } } },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  const first = await db.change.findFirst({ orderBy: { observedAt: 'asc' }, select: { observedAt: true } })
  return {
    kinds: kinds.map((row) => row.kind),
    publishers: publishers.map((row) => row.name),
    since: first?.observedAt ?? null,
  }
}

function older({ at, id }: RecordPlace): Prisma.ChangeWhereInput {
  return { OR: [{ observedAt: { lt: at } }, { observedAt: at, id: { lt: id } }] }
}

function recordOf(row: Row): ChangeRecord {
  const { before, after, part } = detailShape.parse(row.detail)
  const [was, is] = [seenOf(row.before), seenOf(row.after)]
  const status = currentStatus(row.statuses)
  return {
    id: row.id,
    kind: row.kind,
    grade: row.grade,
    status,
    statusAt: row.statuses.find((said) => said.status === status)?.at ?? row.observedAt,
    observedAt: row.observedAt,
    recordedAt: row.recordedAt,
    // What it was called then: a later rename does not reach back.
    model: { id: row.modelId, name: (is ?? was)?.name ?? row.model.current?.name ?? row.modelId },
    repositoryId: row.repositoryId,
    before,
    after,
    part,
    evidence: { before: was, after: is },
    statuses: row.statuses.map(({ status: said, at, observationId }) => ({ status: said, at, observationId })),
  }
}

/** An observation as evidence. */
export function seenOf(row: Prisma.ObservationGetPayload<object>): SeenObservation
export function seenOf(row: Prisma.ObservationGetPayload<object> | null): SeenObservation | null
export function seenOf(row: Prisma.ObservationGetPayload<object> | null): SeenObservation | null {
  if (row === null) return null
  const state = readState(row.state)
  return {
    id: row.id,
    lookId: row.lookId,
    at: row.at,
    outcome: row.outcome,
    status: row.status,
    url: row.url,
    etag: row.etag,
    bodySha256: row.bodySha,
    name: state.name,
    commit: isSeen(state) ? state.commit : null,
  }
}
