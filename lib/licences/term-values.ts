import { z } from 'zod'
import type { Refusal } from '#lib/shared/outcome.ts'
import termsFile from './data/licence-terms.json' with { type: 'json' }
import type { TermKey } from './terms.ts'
import { isWritten } from './written-words.ts'

/** One thing every licence is read for. */
export interface TermQuestion {
  key: TermKey
  question: string
  /** `enum`: one word; `list`: words; `object`: a word, or figures and names in an object. */
  type: 'enum' | 'list' | 'object'
  /** The words there are, each with what it means. */
  words: readonly { value: string; meaning: string }[]
}

const KEYS: readonly TermKey[] = [
  'commercial_use',
  'business_restriction',
  'scale_threshold',
  'field_of_use',
  'acceptable_use_policy',
  'use_restriction_passthrough',
  'derivative_display',
  'derivative_naming',
  'attribution_notice',
  'redistribution',
  'output_training',
  'output_claims',
  'share_alike',
  'territory',
  'patent_grant',
  'litigation_termination',
  'termination',
  'revocability',
  'amendment',
  'remote_restriction',
  'update_duty',
  'governing_law',
  'indemnity',
  'export_control',
  'trademark',
  'warranty_liability',
]

/** The 26 terms, in the order in which the table asks them. */
export const TERM_KEYS = KEYS

/** Words of the data that stand for an object rather than being one to give. */
const OBJECT_WORDS = new Set(['object', 'excluded'])

const questions: ReadonlyMap<string, TermQuestion> = new Map(
  termsFile.terms.flatMap(({ key, question, type, values }) => {
    const known = KEYS.find((one) => one === key)
    if (known === undefined) return []
    const words = Object.entries(values).flatMap(([value, meaning]) =>
      (type === 'object' && OBJECT_WORDS.has(value)) || typeof meaning !== 'string' ? [] : [{ value, meaning }],
    )
    return [[key, { key: known, question, type: z.enum(['enum', 'list', 'object']).parse(type), words }]]
  }),
)

/** What a term asks and the words it can be answered with. */
export function questionOf(term: TermKey): TermQuestion {
  return questions.get(term) ?? { key: term, question: term, type: 'enum', words: [] }
}

/** Whether a word names one of the terms. */
export function isTermKey(word: string): word is TermKey {
  return KEYS.some((key) => key === word)
}

const text = z.string().trim().min(1).max(300).refine(isWritten)
const figure = z.number().int().positive().max(1_000_000_000_000).nullable()

const OBJECTS: ReadonlyMap<TermKey, z.ZodType> = new Map<TermKey, z.ZodType>([
  [
    'scale_threshold',
    z
      .strictObject({
        mau: figure,
        revenueUsdMonthly: figure,
        revenueUsdYearlyOver: figure.optional(),
        effect: z.enum(['separate_licence', 'display_duty']),
        measured: text.optional(),
      })
      .refine((value) => value.mau !== null || value.revenueUsdMonthly !== null || value.revenueUsdYearlyOver != null),
  ],
  [
    'business_restriction',
    z.strictObject({
      businesses: z.array(text).min(1).max(20),
      revenueUsdYearlyOver: figure,
      internalUseExempt: z.boolean(),
      effect: z.enum(['separate_licence']),
      reach: text.optional(),
    }),
  ],
  [
    'territory',
    z.strictObject({
      excluded: z
        .array(z.string().regex(/^(?:EU|[A-Z]{2})$/))
        .min(1)
        .max(60),
      of: text,
    }),
  ],
  ['governing_law', z.strictObject({ law: text, venue: text.nullable() })],
])

const SHAPES: ReadonlyMap<TermKey, string> = new Map<TermKey, string>([
  ['scale_threshold', '{"mau": 100000000, "revenueUsdMonthly": null, "effect": "separate_licence"}'],
  [
    'business_restriction',
    '{"businesses": ["Model as a Service"], "revenueUsdYearlyOver": null, "internalUseExempt": true, "effect": "separate_licence"}',
  ],
  ['territory', '{"excluded": ["EU", "GB"], "of": "everything"}'],
  ['governing_law', '{"law": "California", "venue": "Santa Clara County"}'],
])

/** What an answer to a term can look like where words do not do; undefined where a word is all there is. */
export function shapeOf(term: TermKey): string | undefined {
  return SHAPES.get(term)
}

function isWord(question: TermQuestion, value: unknown): boolean {
  return question.words.some((word) => word.value === value)
}

function isAllowed(question: TermQuestion, value: unknown): boolean {
  if (question.type === 'list') {
    const list = Array.isArray(value) ? value : []
    return list.length > 0 && new Set(list).size === list.length && list.every((one) => isWord(question, one))
  }
  if (typeof value === 'string') return isWord(question, value)
  return OBJECTS.get(question.key)?.safeParse(value).success ?? false
}

/** Refuses a value the term cannot have, naming the words and shapes it can; null where it can have it. */
export function refuseValue(term: TermKey, value: unknown, field: string): Refusal | null {
  const question = questionOf(term)
  if (isAllowed(question, value)) return null
  const words = question.words.map((word) => word.value).join(', ')
  const shape = shapeOf(term)
  const remedy =
    question.type === 'list'
      ? `Give a list of: ${words}.`
      : [words && `Give one of: ${words}`, shape && `${words ? 'or ' : 'Give '}an object like ${shape}`].join(', ')
  return {
    field,
    rule: 'term.value-not-allowed',
    message: `“${question.question}” cannot be answered so.`,
    remedy: `${remedy.replace(/[,.\s]+$/, '')}.`,
  }
}
