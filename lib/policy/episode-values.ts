import { z } from 'zod'
import { FIRING_CAUSES } from './evaluate-rules.ts'

const subjectValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

/** What an episode keeps of the outcome that opened it. */
export const episodeValues = z.object({
  because: z.enum(FIRING_CAUSES),
  section: z.string().nullable(),
  values: z.record(z.string(), subjectValue),
})
export type EpisodeValues = z.infer<typeof episodeValues>
