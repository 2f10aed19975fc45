import { z } from 'zod'
import { writtenWords } from './written-words.ts'

const reason = writtenWords('reason', 2_000).describe(
  'What shows it, such as the publisher’s answer or the sentence of the card',
)

/** What a person concludes to govern a revision. Neither text nor licence: nothing governs it. */
export const concludedBindingInput = z
  .strictObject({
    revisionId: z.uuid().describe('The revision it is about'),
    textSha: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex')
      .nullable()
      .default(null)
      .describe('The held text that governs; null where no text does'),
    licenceId: z
      .string()
      .min(1)
      .max(200)
      .nullable()
      .default(null)
      .describe('The licence that is; left out, it is what the text was identified as'),
    reason,
  })
  .meta({ id: 'ConcludedBindingInput', title: 'What a person concludes to govern a revision' })
export type ConcludedBindingInput = z.infer<typeof concludedBindingInput>

/** The answer to a conclusion. */
export const concludedBinding = z
  .object({
    id: z.uuid(),
    isNew: z.boolean().describe('false: the newest conclusion says the very same already'),
    textSha: z.string().nullable(),
    licenceId: z.string().nullable(),
  })
  .meta({ id: 'ConcludedBinding' })
export type ConcludedBinding = z.infer<typeof concludedBinding>
