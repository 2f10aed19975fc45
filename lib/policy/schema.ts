import { z } from 'zod'
import { END_REASONS } from './finding.ts'
import { RULE_EFFECTS, SEVERITIES } from './rule.ts'

/** Line breaks and tabs are text; every other control character is hidden from whoever reads the decision. */
const HIDDEN = /(?![\n\t\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

const comment = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((text) => !HIDDEN.test(text), {
    error: 'This holds characters that cannot be seen, such as control characters.',
    params: { rule: 'comment.control-characters', remedy: 'Remove them; type the text rather than paste it.' },
  })
  .describe('What you conclude and why, in plain text')

/** What is sent to decide on a finding. */
export const decisionInput = z.strictObject({ comment })

/** A person's word on a finding. */
export const decideFindingInput = z.object({ findingId: z.uuid(), comment })
export type DecideFinding = z.infer<typeof decideFindingInput>

const isTrue = z.enum(['true', 'false']).transform((word) => word === 'true')
const word = (says: string) => z.string().max(200).optional().describe(says)

const filters = {
  state: z.enum(['open', 'closed', 'all']).default('open').describe('With all, open findings come first'),
  decided: z.enum(['yes', 'no']).optional().describe('Whether somebody has said something since it stands'),
  severity: z.enum(SEVERITIES).optional(),
  rule: word('The id of a rule'),
  team: word('The slug of a team'),
  model: word('The name of a model, whole'),
  deployment: z.uuid().optional().describe('The id of a deployment'),
  q: word('Part of the name of the deployment or the model'),
}
export const findingFilter = z.object(filters)
export type FindingFilter = z.infer<typeof findingFilter>

/** How the queue of findings is asked for, by page and API alike: newest first. */
export const findingListQuery = z.object({
  ...filters,
  cursor: z.string().max(2_000).optional().describe('Where the page begins: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  total: isTrue.default(true).describe('false: do not count'),
  format: z
    .enum(['page', 'json', 'csv'])
    .default('page')
    .describe('json and csv: the whole of the view as a file, not a page of it'),
  bom: isTrue.default(false).describe('CSV begins with the mark some spreadsheets need'),
})

const instant = z.iso.datetime()
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

/** A finding as lists answer it. */
export const findingItem = z
  .object({
    id: z.uuid(),
    rule: z.object({ id: z.string(), version: z.int(), title: z.string() }),
    severity: z.enum(SEVERITIES),
    effect: z.enum(RULE_EFFECTS),
    isOpen: z.boolean(),
    since: instant.describe('Since when it is open, or closed'),
    decidedAt: instant.nullable(),
    deployment: z.object({ id: z.uuid(), name: z.string(), team: z.string() }),
    model: z.string(),
    message: z.string(),
    asOf: instant.describe('When the values were seen that the message speaks of'),
    source: z.string(),
  })
  .meta({ id: 'Finding' })

/** A finding with its history. */
export const findingDetail = findingItem
  .extend({
    reason: z.string(),
    remedy: z.string(),
    section: z.string().nullable().describe('Where the licence says it'),
    condition: z.string().describe('What the rule asks, in CEL'),
    values: z.record(z.string(), value).describe('What the rule saw'),
    episodes: z.array(
      z.object({
        openedAt: instant,
        because: z.string(),
        ruleVersion: z.int(),
        deploymentVersion: z.int(),
        endedAt: instant.nullable(),
        endedBecause: z.enum(END_REASONS).nullable(),
      }),
    ),
    decisions: z.array(z.object({ id: z.uuid(), comment: z.string(), by: z.string(), at: instant })),
  })
  .meta({ id: 'FindingDetail' })

/** A rule in force. */
export const policyItem = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    severity: z.enum(SEVERITIES),
    effect: z.enum(RULE_EFFECTS),
    condition: z.string(),
    reason: z.string(),
    remedy: z.string(),
    modelKinds: z.array(z.string()),
    since: instant.describe('When this version was recorded'),
    recordedBy: z.string(),
  })
  .meta({ id: 'Policy' })
