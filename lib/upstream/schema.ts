import { z } from 'zod'
import { fileQuery } from '#lib/shared/page-query.ts'
import { CHANGE_KINDS, CHANGE_STATUSES } from './change.ts'

/** What the feed of changes is filtered by. */
export const changeFilter = z.object({
  kind: z.enum(CHANGE_KINDS).optional().describe('Only this kind'),
  status: z.enum(CHANGE_STATUSES).optional().describe('Only changes that stand like this now'),
  model: z.string().max(200).optional().describe('Name or id of a model'),
  cards: z.enum(['true', 'false']).default('false').describe('`true` shows card-only changes as well'),
})
export type ChangeFilter = z.infer<typeof changeFilter>

/** Query of `GET /api/v1/changes`. */
export const changeListQuery = fileQuery.extend(changeFilter.shape)

const evidence = z.object({
  observationId: z.uuid(),
  url: z.string(),
  status: z.int().nullable(),
  at: z.iso.datetime(),
  bodySha256: z.string().nullable(),
  lookId: z.uuid(),
})

/** A change as the API shows it. */
export const changeItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(CHANGE_KINDS),
    grade: z.enum(['observed', 'announced', 'reported', 'denied']),
    status: z.enum(CHANGE_STATUSES),
    statusAt: z.iso.datetime(),
    model: z.object({ id: z.uuid(), name: z.string() }),
    observedAt: z.iso.datetime(),
    before: z.unknown(),
    after: z.unknown(),
    summary: z.string(),
    asOf: z.iso.datetime(),
    source: z.string().describe('Where it was seen'),
    evidence: z.object({ before: evidence.nullable(), after: evidence.nullable() }),
  })
  .meta({ id: 'Change' })

/** Body of `PATCH /api/v1/sources/{id}`; times in seconds. */
export const sourceChangeInput = z.strictObject({
  interval: z.int().min(60).max(604_800).optional().describe('Seconds between looks'),
  confirmAfter: z
    .int()
    .min(0)
    .max(604_800)
    .optional()
    .describe('Seconds a doubtful change waits; 0: the very next look'),
  isPaused: z.boolean().optional(),
})

/** A source as the API shows it. */
export const sourceItem = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    owner: z.string(),
    endpoint: z.string(),
    interval: z.int(),
    confirmAfter: z.int(),
    isPaused: z.boolean(),
    health: z.enum(['fresh', 'stale', 'failing', 'never-looked']),
    since: z.iso.datetime().nullable(),
    repositories: z.int(),
    baselineLookId: z.uuid().nullable(),
    lastLook: z.unknown(),
    lastGood: z.unknown(),
    running: z.unknown(),
    asOf: z.iso.datetime().nullable(),
    source: z.string(),
  })
  .meta({ id: 'Source' })
