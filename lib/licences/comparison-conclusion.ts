import { z } from 'zod'
import { pageQuery } from '#lib/shared/page-query.ts'
import { writtenWords } from './written-words.ts'

/** What a person may conclude about moving from one text to another. Narrowed and widened are never the machine's words. */
export const COMPARISON_OUTCOMES = ['no_change_in_terms', 'narrowed', 'widened', 'mixed'] as const
export type ComparisonOutcome = (typeof COMPARISON_OUTCOMES)[number]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex')

/** What is sent to close a comparison. */
export const comparisonConclusionInput = z.strictObject({
  from: sha256.describe('SHA-256 of the earlier text'),
  to: sha256.describe('SHA-256 of the later text'),
  outcome: z.enum(COMPARISON_OUTCOMES, { error: 'Choose what it means for people already using it.' }),
  reason: writtenWords('reason', 5_000).describe('Why, in plain text'),
})
export type ComparisonConclusionInput = z.infer<typeof comparisonConclusionInput>

/** Which conclusions are asked for. */
export const comparedPairQuery = pageQuery.extend({
  from: sha256.describe('SHA-256 of the earlier text'),
  to: sha256.describe('SHA-256 of the later text'),
})

/** A conclusion as the API answers it. */
export const comparisonConclusion = z
  .object({
    id: z.uuid(),
    from: z.string(),
    to: z.string(),
    outcome: z.enum(COMPARISON_OUTCOMES),
    says: z.string(),
    reason: z.string(),
    by: z.string(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'ComparisonConclusion', title: 'What a person concluded about two texts' })
