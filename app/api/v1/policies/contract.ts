import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { policyItem } from '#lib/policy/schema.ts'

/** Operations on policies. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/policies',
    summary: 'The rules in force',
    permission: 'policy:read',
    answers: {
      200: {
        says: 'All of them; there is one page',
        body: z.object({ items: z.array(policyItem), next: z.null(), total: z.int() }),
      },
    },
  },
]
