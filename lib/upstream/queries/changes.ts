import { z } from 'zod'
import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'
import type { ChangeKind, ChangeStatus, ChangeValue } from '../change.ts'
import type { ChangeFilter } from '../schema.ts'

export interface ChangeEvidence {
  observationId: string
  url: string
  status: number | null
  at: Date
  bodySha256: string | null
  lookId: string
}

export interface ChangeRow {
  id: string
  kind: ChangeKind
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  status: ChangeStatus
  statusAt: Date
  model: { id: string; name: string }
  observedAt: Date
  before: ChangeValue
  after: ChangeValue
  part: string
  evidence: { before: ChangeEvidence | null; after: ChangeEvidence | null }
}

const INCLUDE = {
  model: { include: { current: { select: { name: true } } } },
  before: true,
  after: true,
  statuses: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.ChangeInclude

type Stored = Prisma.ChangeGetPayload<{ include: typeof INCLUDE }>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** How one status excludes the others: a settled change has had its suspicion too. */
const STATUS: Readonly<Record<ChangeStatus, Prisma.ChangeWhereInput>> = {
  suspected: { statuses: { none: { status: { in: ['confirmed', 'cleared'] } } } },
  confirmed: { statuses: { some: { status: 'confirmed' } } },
  cleared: { statuses: { some: { status: 'cleared' } } },
}

function whereChanges(filter: ChangeFilter): Prisma.ChangeWhereInput {
  const { kind, status, model, cards } = filter
  const named =
    model === undefined ? {} : UUID.test(model) ? { modelId: model } : { model: { names: { some: { name: model } } } }
  return {
    ...(kind ? { kind } : cards === 'true' ? {} : { kind: { not: 'card_changed' } }),
    ...(status ? STATUS[status] : {}),
    ...named,
  }
}

/** How many changes match. */
export async function countChanges(db: Queryable, filter: ChangeFilter): Promise<number> {
  return db.change.count({ where: whereChanges(filter) })
}

/** One page of changes, newest first; null for a cursor that is none of this list's. */
export async function listChanges(
  db: Queryable,
  filter: ChangeFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ rows: ChangeRow[]; next: string | null } | null> {
  const place = page.cursor === undefined ? null : placeOf(page.cursor)
  if (page.cursor !== undefined && place === null) return null
  const older = place ? { OR: [{ observedAt: { lt: place.at } }, { observedAt: place.at, id: { lt: place.id } }] } : {}
  const rows = await db.change.findMany({
    where: { AND: [whereChanges(filter), older] },
    orderBy: [{ observedAt: 'desc' }, { id: 'desc' }],
    take: page.limit + 1,
    include: INCLUDE,
  })
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return { rows: shown.map(changeOf), next: last ? encodeCursor([last.observedAt.toISOString(), last.id]) : null }
}

/** Every change that matches, newest first, a thousand at a time. */
export async function* eachChange(db: Queryable, filter: ChangeFilter): AsyncGenerator<ChangeRow[]> {
  let cursor: string | undefined
  do {
    const page = await listChanges(db, filter, { limit: 1000, cursor })
    if (page === null) return
    yield page.rows
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

/** One change; null where there is none. */
export async function findChange(db: Queryable, id: string): Promise<ChangeRow | null> {
  if (!UUID.test(id)) return null
  const row = await db.change.findUnique({ where: { id }, include: INCLUDE })
  return row ? changeOf(row) : null
}

function placeOf(cursor: string): { at: Date; id: string } | null {
  const read = z.tuple([z.iso.datetime(), z.uuid()]).safeParse(decodeCursor(cursor))
  return read.success ? { at: new Date(read.data[0]), id: read.data[1] } : null
}

const value: z.ZodType<ChangeValue> = z.json()
const detail = z.object({ before: value, after: value, part: z.string() })

function changeOf(row: Stored): ChangeRow {
  const [status] = row.statuses
  return {
    id: row.id,
    kind: row.kind,
    grade: row.grade,
    status: status?.status ?? 'suspected',
    statusAt: status?.at ?? row.observedAt,
    model: { id: row.modelId, name: row.model.current?.name ?? row.modelId },
    observedAt: row.observedAt,
    ...detail.parse(row.detail),
    evidence: { before: evidenceOf(row.before), after: evidenceOf(row.after) },
  }
}

function evidenceOf(observation: Stored['before']): ChangeEvidence | null {
  if (!observation) return null
  const { id, url, status, at, bodySha, lookId } = observation
  return { observationId: id, url, status, at, bodySha256: bodySha, lookId }
}
