import { z } from 'zod'

/** A person's word on a finding. */
export const decideFindingInput = z.object({
  findingId: z.uuid(),
  comment: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .regex(/^[^\p{Cc}]*(?:[\n\t\r][^\p{Cc}]*)*$/u, 'holds control characters'),
})
export type DecideFinding = z.infer<typeof decideFindingInput>
