import type { RouteContract } from '#app/_server/route-contract.ts'
import { dutiesAnswer, dutiesQuery } from '#lib/deployments/duty-answers.ts'

/** Operations on duties. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/duties',
    summary: 'What the governing licence asks of a deployment: what binds it, what does not, and what cannot be told',
    permission: 'deployment:read',
    query: dutiesQuery,
    answers: { 200: { says: 'The duties, those that bind first', body: dutiesAnswer } },
  },
]
