import { z } from 'zod'

/** What a concluded reading is answered with. */
export const recordedReading = z.object({ id: z.uuid(), isCounting: z.boolean() })

/** What an opinion is answered with. */
export const recordedOpinion = z.object({ id: z.uuid(), isCounting: z.boolean() })

/** What a proposal is answered with. */
export const recordedProposal = z.object({ id: z.uuid(), terms: z.int(), isNew: z.boolean() })
