import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

const family = z.object({
  id: z.uuid(),
  name: z.string(),
  publisher: z.string(),
  models: z.int(),
  weights: z.int(),
  apiOnly: z.int(),
  undated: z.int(),
  firstOn: z.iso.datetime().nullable(),
  lastOn: z.iso.datetime().nullable(),
})

/** Operations on families. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/families',
    summary: 'Lists the families, by publisher and name',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of families', body: pageOf(family) } },
  },
]
