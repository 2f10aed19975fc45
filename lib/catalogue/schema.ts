import { z } from 'zod'
import { fileQuery } from '#lib/shared/page-query.ts'
import { isFamilySort } from './family-list.ts'
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

/** What a list of families is filtered and ordered by. */
export const familyViewSchema = z.object({
  q: clean.optional().describe('Part of a name, in any case'),
  sort: z
    .string()
    .max(40)
    .refine(isFamilySort, {
      error: 'The list cannot be ordered by this.',
      params: { rule: 'sort.unknown', remedy: 'Name a sortable column, with - in front for descending.' },
    })
    .optional()
    .describe('`name publisher models weights apiOnly undated firstOn lastOn`, with `-` for descending'),
})

/** The query of `GET /api/v1/families`. */
export const familyQuerySchema = familyViewSchema.extend(fileQuery.shape)

/** The query of the share by quarter, which is always given whole. */
export const shareQuerySchema = fileQuery.pick({ format: true, bom: true })
