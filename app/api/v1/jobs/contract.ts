import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'
import { jobItem } from '#lib/upstream/answer-schema.ts'

/** Operations on what the background does. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/jobs',
    summary: 'Lists the looks that are asked for, run now, or were left by a process that is gone',
    permission: 'upstream:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of jobs', body: pageOf(jobItem) } },
  },
]
