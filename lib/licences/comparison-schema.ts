import { z } from 'zod'
import { EXPORT_FORMATS } from './compared-texts.ts'
import { CHANGE_LEVELS } from './licence-diff.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex')

/** What a comparison is asked for. */
export const comparisonQuery = z.object({
  from: sha256.optional().describe('SHA-256 of the earlier text; needed'),
  to: sha256.optional().describe('SHA-256 of the later text; needed'),
  format: z
    .enum(EXPORT_FORMATS)
    .optional()
    .describe('A file instead of JSON; a patch is a unified diff of the decoded texts'),
})

const level = z.enum(CHANGE_LEVELS)
const span = z.object({ start: z.int(), end: z.int() }).describe('UTF-16 units of the decoded text')
const termSide = z.object({
  value: z.string().nullable().describe('null: not read'),
  section: z.string().nullable().describe('null: the text is silent'),
  confidence: z.enum(['high', 'medium', 'low', 'none']),
  evidence: z.string().nullable(),
})
const comparedText = z.object({
  sha256: z.string(),
  licence: z.string().nullable(),
  name: z.string().nullable(),
  verdict: z.enum(['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN']).nullable().describe('null: not judged yet'),
})

/** What differs between two texts. */
export const textComparison = z
  .object({
    from: comparedText,
    to: comparedText,
    level: level.describe('What was shown, never what it means in law'),
    says: z.string(),
    isComplete: z.boolean().describe('false: the texts differ too much for every like clause to be found'),
    terms: z
      .array(
        z.object({
          key: z.string(),
          question: z.string(),
          kind: z.enum(['differs', 'unread']),
          before: termSide,
          after: termSide,
        }),
      )
      .nullable()
      .describe('In the order that matters; null: the terms of at least one text have not been read'),
    clauses: z
      .array(
        z.object({
          kind: z.enum(['same', 'moved', 'changed', 'added', 'removed']),
          level,
          before: span.nullable(),
          after: span.nullable(),
          isTooDifferent: z.boolean().describe('The words differ too much to be told apart one by one'),
          words: z
            .array(
              z.object({
                kind: z.enum(['same', 'added', 'removed']),
                text: z.string(),
                before: span.nullable(),
                after: span.nullable(),
              }),
            )
            .nullable()
            .describe('Of a changed clause, word by word'),
        }),
      )
      .describe('In the order of the later text; empty where at most the layout differs'),
    asOf: z.iso.datetime(),
  })
  .meta({ id: 'TextComparison' })
