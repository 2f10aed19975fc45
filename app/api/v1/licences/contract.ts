import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

const licence = z.object({ id: z.string(), name: z.string(), openness: z.string(), models: z.int(), texts: z.int() })

/** Operations on licences. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licences',
    summary: 'Lists the licences that models stand under or texts were recognised as',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of licences', body: pageOf(licence) } },
  },
]
