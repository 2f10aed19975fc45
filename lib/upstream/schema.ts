import { z } from 'zod'
import { parseIsoWeek } from '#lib/shared/iso-week.ts'
import { fileQuery, pageQuery } from '#lib/shared/page-query.ts'
import { CHANGE_KINDS, CHANGE_STATUSES } from './change.ts'

export const GRADES = ['observed', 'announced', 'reported', 'denied'] as const

const clean = z
  .string()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), {
    error: 'This holds control characters.',
    params: { rule: 'text.control-characters', remedy: 'Leave out control characters.' },
  })

const week = z.string().refine((text) => parseIsoWeek(text) !== undefined, {
  error: 'This is not an ISO week.',
  params: { rule: 'week.unknown', remedy: 'Give a week such as 2026-W47.' },
})

/** The id of a source, change, look or observation as it stands in an address; what is none names nothing. */
export const upstreamIdSchema = z.uuid()

/** What the feed of changes is filtered by: the same on the page, in the API and in exports. */
export const changeFilter = z.object({
  kind: z.enum(CHANGE_KINDS).optional().describe('Only this kind'),
  status: z
    .enum(CHANGE_STATUSES)
    .optional()
    .describe('How it stands now; what one bad look could fake is suspected until a second look'),
  grade: z.enum(GRADES).optional(),
  model: clean.optional().describe('The id of a model, or a name it has or had, whole: `Qwen/Qwen3-8B`'),
  publisher: clean.optional().describe('The name of a publisher: `Qwen`'),
  week: week
    .optional()
    .describe('The ISO week in which it was confirmed; what is not confirmed belongs to the week in which it was seen'),
  from: z.iso.date().optional().describe('The first day (UTC) on which it was seen'),
  to: z.iso.date().optional().describe('The last day (UTC) on which it was seen'),
  cards: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` shows changed model cards as well; without it only `kind=card_changed` does'),
})
export type ChangeFilter = z.infer<typeof changeFilter>

/** Query of `GET /api/v1/changes`. */
export const changeListQuery = changeFilter.extend(fileQuery.shape)

export const observationFilter = z.object({
  model: changeFilter.shape.model,
  source: z.uuid().optional().describe('The id of a source'),
  look: z.uuid().optional().describe('The id of a look'),
  outcome: z.enum(['seen', 'withheld', 'disabled']).optional(),
})
export type ObservationFilter = z.infer<typeof observationFilter>

/** Query of `GET /api/v1/observations`. */
export const observationListQuery = observationFilter.extend(pageQuery.shape)

/** Body of `PATCH /api/v1/sources/{id}`: what is left out stays as it is. Times in seconds. */
export const sourceChangeInput = z
  .strictObject({
    interval: z
      .int()
      .min(60)
      .max(604_800)
      .optional()
      .describe('Seconds from the beginning of one look to that of the next'),
    confirmAfter: z
      .int()
      .min(0)
      .max(604_800)
      .optional()
      .describe('Seconds a doubtful change waits at least for the look that confirms it; 0: the very next look'),
    isPaused: z.boolean().optional().describe('A paused source is looked at only when somebody asks'),
  })
  .meta({ id: 'SourceChange' })
