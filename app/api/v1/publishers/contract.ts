import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

const publisher = z.object({
  id: z.uuid(),
  name: z.string(),
  families: z.int(),
  models: z.int(),
  weights: z.int(),
  apiOnly: z.int(),
  withoutFamily: z.int(),
})

/** Operations on publishers. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/publishers',
    summary: 'Lists the publishers, by name',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of publishers', body: pageOf(publisher) } },
  },
]
