import { z } from 'zod'

/** What every list takes beside its own filters. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many items at most'),
  cursor: z.string().max(200).optional().describe('Where to go on: `next` of the answer before'),
  total: z.enum(['true', 'false']).default('true').describe('`false` leaves the count out'),
})
export type PageQuery = z.infer<typeof pageQuery>

/** What a list that can be had whole, as a file, takes beside that. */
export const fileQuery = pageQuery.extend({
  format: z.enum(['csv', 'json']).optional().describe('The whole view as a file instead of one page'),
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Starts a CSV file with a byte order mark, for spreadsheets that need one'),
})

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().optional() })
