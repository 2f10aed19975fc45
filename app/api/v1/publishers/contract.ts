import type { RouteContract } from '#app/_server/route-contract.ts'
import { publisherDetailSchema, publisherItemSchema } from '#lib/catalogue/answer-schema.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

/** Operations on publishers. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/publishers',
    summary: 'Lists publishers',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'One page of publishers', body: pageOf(publisherItemSchema) } },
  },
  {
    method: 'get',
    path: '/api/v1/publishers/{name}',
    summary: 'One publisher with its dated record',
    permission: 'catalogue:read',
    answers: { 200: { says: 'The publisher', body: publisherDetailSchema } },
  },
]
