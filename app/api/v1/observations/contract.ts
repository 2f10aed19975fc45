import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf } from '#lib/shared/page-query.ts'
import { observationItem } from '#lib/upstream/answer-schema.ts'
import { observationListQuery } from '#lib/upstream/schema.ts'

/** Operations on observations. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/observations',
    summary: 'Lists what looks have seen of repositories, newest first; only what differed from the last is one',
    permission: 'upstream:read',
    query: observationListQuery,
    answers: { 200: { says: 'A page of observations', body: pageOf(observationItem) } },
  },
]
