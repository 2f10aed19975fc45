import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { teamItemSchema } from '#lib/auth/answer-schema.ts'
import { teamInput } from '#lib/auth/schema.ts'

/** Operations on teams. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/teams',
    summary: 'The teams you may know of',
    permission: 'team:read',
    answers: {
      200: {
        says: 'All of them; there is one page',
        body: z.object({ items: z.array(teamItemSchema), next: z.null(), total: z.int() }),
      },
    },
  },
  {
    method: 'post',
    path: '/api/v1/teams',
    summary: 'Creates a team',
    permission: 'people:manage',
    body: teamInput,
    isIdempotent: true,
    answers: { 201: { says: 'Created', body: z.object({ id: z.uuid(), slug: z.string() }) } },
  },
]
