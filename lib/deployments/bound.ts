import { z } from 'zod'
import type { CsvColumn } from '#lib/shared/csv.ts'
import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'
import { fileQuery } from '#lib/shared/page-query.ts'

const word = z
  .string()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), {
    error: 'This holds control characters.',
    params: { rule: 'text.control-characters', remedy: 'Leave out control characters.' },
  })

/** Who is bound by which text: the same on the page, in the API and in exports. */
export const boundFilter = z.object({
  text: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex')
    .optional()
    .describe('Only what this text governs: its SHA-256'),
  licence: word.optional().describe('Only what stands under this licence: `Apache-2.0`'),
  model: word.optional().describe('Only this model: its id or its name, whole'),
  asOf: z
    .union(
      [z.iso.date(), z.iso.datetime()],
      'This is no day such as 2026-11-23 and no instant such as 2026-11-23T09:00:00Z.',
    )
    .optional()
    .describe('As it was known and held at the end of that day (UTC), or at that instant; now without it'),
})
export type BoundFilter = z.infer<typeof boundFilter>

/** Query of `GET /api/v1/bindings`. */
export const boundQuery = boundFilter.extend(fileQuery.shape)

const DAY = 86_400_000

/** Nothing was known before, and calendars of databases begin here. */
const FIRST = Date.parse('0001-01-01T00:00:00Z')

/** The instant a view is about: a day means its end, and nothing lies after now or before our calendar. */
export function boundInstant(asOf: string | undefined, now: Date): Date {
  if (asOf === undefined) return now
  const isDay = /^\d{4}-\d\d-\d\d$/.test(asOf)
  const at = isDay ? new Date(Date.parse(`${asOf}T00:00:00Z`) + DAY - 1) : new Date(asOf)
  if (at.getTime() < FIRST) return new Date(FIRST)
  return at > now ? now : at
}

/** A revision that a text or a declaration governs, or a deployment that runs under one. */
export interface BoundRow {
  id: string
  kind: 'revision' | 'deployment'
  model: { id: string; name: string }
  /** Commit, snapshot or digest; null where nobody knows what runs. */
  revision: string | null
  /** Null where nothing was known to govern when the deployment was pinned. */
  basis: 'declared' | 'identified' | 'concluded' | null
  textSha: string | null
  licenceId: string | null
  /** What each basis said by then, side by side; null where it said nothing, or named none. */
  declaredLicenceId: string | null
  identifiedLicenceId: string | null
  concludedLicenceId: string | null
  /** From when on it holds: the revision's date, or the deployment's version. */
  validFrom: Date
  /** When it became known here. */
  recordedAt: Date
  deployment: { id: string; name: string; team: string; version: number } | null
}

/** A place in the list: models by name, each with its revisions and then its deployments. */
export interface BoundPlace {
  model: string
  rank: number
  id: string
}

const placeShape = z.tuple([z.string().max(400), z.union([z.literal(0), z.literal(1)]), z.uuid()])

/** A place as a cursor. */
export function boundCursor({ model, rank, id }: BoundPlace): string {
  return encodeCursor([model, rank, id])
}

/** The place a cursor stands for; undefined when it is none of this list. */
export function readBoundCursor(cursor: string): BoundPlace | undefined {
  const read = placeShape.safeParse(decodeCursor(cursor))
  if (!read.success) return undefined
  const [model, rank, id] = read.data
  return { model, rank, id }
}

const basis = z.enum(['declared', 'identified', 'concluded']).nullable()

/** One binding as the API answers it. */
export const boundItem = z
  .object({
    id: z.uuid().describe('Of the revision or the deployment'),
    kind: z.enum(['revision', 'deployment']),
    model: z.object({ id: z.uuid(), name: z.string() }),
    revision: z.string().nullable().describe('null: nobody knows what runs'),
    basis: basis.describe('By whose word: a person’s before the text’s own before the card’s'),
    textSha256: z.string().nullable(),
    licenceId: z.string().nullable(),
    declaredLicenceId: z.string().nullable(),
    identifiedLicenceId: z.string().nullable(),
    concludedLicenceId: z.string().nullable(),
    validFrom: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    deployment: z
      .object({ id: z.uuid(), name: z.string(), team: z.string(), version: z.int() })
      .nullable()
      .describe('null for a revision'),
    asOf: z.iso.datetime().describe('The instant the answer is about'),
  })
  .meta({ id: 'BoundItem', title: 'Who is bound by which text' })

/** A row as the API and exports give it. */
export function boundItemOf(row: BoundRow, asOf: Date): z.input<typeof boundItem> {
  const { textSha, validFrom, recordedAt, ...rest } = row
  return {
    ...rest,
    textSha256: textSha,
    validFrom: validFrom.toISOString(),
    recordedAt: recordedAt.toISOString(),
    asOf: asOf.toISOString(),
  }
}

type Item = ReturnType<typeof boundItemOf>

export const BOUND_COLUMNS: readonly CsvColumn<Item>[] = [
  { header: 'kind', value: (row) => row.kind },
  { header: 'model', value: (row) => row.model.name },
  { header: 'revision', value: (row) => row.revision },
  { header: 'team', value: (row) => row.deployment?.team },
  { header: 'deployment', value: (row) => row.deployment?.name },
  { header: 'version', value: (row) => row.deployment?.version },
  { header: 'licence', value: (row) => row.licenceId },
  { header: 'basis', value: (row) => row.basis },
  { header: 'text_sha256', value: (row) => row.textSha256 },
  { header: 'declared', value: (row) => row.declaredLicenceId },
  { header: 'identified', value: (row) => row.identifiedLicenceId },
  { header: 'concluded', value: (row) => row.concludedLicenceId },
  { header: 'valid_from', value: (row) => row.validFrom },
  { header: 'recorded_at', value: (row) => row.recordedAt },
  { header: 'as_of', value: (row) => row.asOf },
  { header: 'id', value: (row) => row.id },
]
