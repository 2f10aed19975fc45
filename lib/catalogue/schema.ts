import { z } from 'zod'
import { fileQuery } from '#lib/shared/page-query.ts'
import {
  DEFAULT_MODEL_ORDER,
  daysOfQuarter,
  MODEL_KINDS,
  MODEL_STATES,
  type ModelFilter,
  NO_DATE,
  parseModelOrder,
} from './model-list.ts'
import { OPENNESS } from './openness.ts'

const word = z.string().max(200)
const isCleanText = (text: string) => !/\p{Cc}/u.test(text)
const clean = word.refine(isCleanText, {
  error: 'This holds control characters.',
  params: { rule: 'text.control-characters', remedy: 'Leave out control characters.' },
})
/** The id of a model or family, as it stands in an address; what is none names nothing. */
export const catalogueIdSchema = z.uuid()

/** What a list of models is filtered and ordered by: the same on the page, in the API and in exports. */
export const modelViewSchema = z.object({
  q: clean.optional().describe('Part of a name, in any case'),
  publisher: clean.optional(),
  family: clean.optional(),
  openness: z.enum(OPENNESS).optional(),
  licence: clean.optional().describe('A licence id such as `Apache-2.0`; `none` where no licence is known'),
  kind: z.enum(MODEL_KINDS).optional(),
  state: z.enum(MODEL_STATES).optional().describe('How the last look found it; `unseen` where none has seen it'),
  mismatch: z.literal('true').optional().describe('Only where declared licence and licence text disagree'),
  released: z
    .string()
    .max(20)
    .refine((text) => text === NO_DATE || daysOfQuarter(text) !== null, {
      error: 'This is no quarter.',
      params: { rule: 'released.unknown', remedy: 'Give a quarter such as 2026-Q3, or undated.' },
    })
    .optional()
    .describe('A quarter such as `2026-Q3`, or `undated`'),
  sort: z
    .string()
    .max(40)
    .refine((text) => parseModelOrder(text) !== null, {
      error: 'The list cannot be ordered by this.',
      params: { rule: 'sort.unknown', remedy: 'Name a sortable column, with - in front for descending.' },
    })
    .optional()
    .describe('`name family releaseOn paramsTotalB contextTokens licenceId openness`, with `-` for descending'),
})

export type ModelView = z.infer<typeof modelViewSchema>

/** The query of `GET /api/v1/models`. */
export const modelQuerySchema = modelViewSchema.extend({
  ...fileQuery.shape,
  name: clean.optional().describe('The whole of a present name, such as `Qwen/Qwen3-8B`'),
  // Names stand in a place of the list by name, and they are long.
  cursor: z.string().max(2_000).optional().describe('Where to go on: `next` of the answer before'),
})

/** The filter and order of a view. */
export function readModelView(view: ModelView & { name?: string | undefined }) {
  const { sort, mismatch, ...named } = view
  const filter: ModelFilter = {
    q: named.q,
    name: named.name,
    publisher: named.publisher,
    family: named.family,
    openness: named.openness,
    licence: named.licence,
    kind: named.kind,
    state: named.state,
    released: named.released,
    isMismatched: mismatch === 'true' ? true : undefined,
  }
  return { filter, sort: parseModelOrder(sort ?? '') ?? DEFAULT_MODEL_ORDER }
}

const asOf = z.iso.datetime().nullable().describe('When this was seen, or the day the data set was compiled')
const source = z.string().nullable().describe('Where it was seen, or the data set and its version')

export const modelItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    registry: z.string(),
    publisher: z.string().nullable(),
    family: z.string().nullable(),
    kind: z.enum(MODEL_KINDS),
    lineage: z.string().nullable(),
    generation: z.string().nullable(),
    tier: z.string().nullable(),
    task: z.string().nullable(),
    parametersB: z.number().nullable().describe('Billions of parameters'),
    contextTokens: z.int().nullable(),
    released: z
      .object({ on: z.string().describe('A day, or a month where only that is known'), precision: z.string() })
      .nullable(),
    licence: z.object({
      id: z.string().nullable(),
      basis: z.string().nullable().describe('identified, declared, or catalogue'),
      isMismatched: z.boolean(),
    }),
    openness: z.enum(OPENNESS),
    upstream: z.object({
      state: z.string().describe('As seen; else not-listed, never-looked or nowhere'),
      freshness: z.string().nullable().describe('fresh, stale or failing; null where nobody looked'),
      asOf,
      source,
    }),
    asOf,
    source,
  })
  .meta({ id: 'Model', title: 'A model as lists show it' })

export const familyItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    publisher: z.string(),
    models: z.int(),
    weights: z.int(),
    apiOnly: z.int(),
    undated: z.int(),
    firstReleasedOn: z.string().nullable(),
    lastReleasedOn: z.string().nullable(),
    asOf,
    source,
  })
  .meta({ id: 'Family', title: 'A family of models, with how many have weights' })

export const publisherItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    families: z.int(),
    models: z.int(),
    weights: z.int(),
    apiOnly: z.int(),
    asOf,
    source,
  })
  .meta({ id: 'Publisher', title: 'A publisher, with how many of its models have weights' })
