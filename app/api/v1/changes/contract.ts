import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf } from '#lib/shared/page-query.ts'
import { changeDetail, changeItem } from '#lib/upstream/answer-schema.ts'
import { changeListQuery } from '#lib/upstream/schema.ts'

/** Operations on changes. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/changes',
    summary: 'Lists changes upstream, newest first, or exports a view of them',
    permission: 'upstream:read',
    query: changeListQuery,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: pageOf(changeItem) } },
  },
  {
    method: 'get',
    path: '/api/v1/changes/{id}',
    summary: 'One change with what was seen before and after',
    permission: 'upstream:read',
    answers: { 200: { says: 'The change', body: changeDetail } },
  },
]
