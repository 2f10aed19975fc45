import type { RouteContract } from '#app/_server/route-contract.ts'
import { familyItemSchema, shareItemSchema } from '#lib/catalogue/answer-schema.ts'
import { familyQuerySchema, shareQuerySchema } from '#lib/catalogue/schema.ts'
import { pageOf } from '#lib/shared/page-query.ts'

/** Operations on families. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/families',
    summary: 'Lists families with how many of their models have weights, or exports them',
    permission: 'catalogue:read',
    query: familyQuerySchema,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: pageOf(familyItemSchema) } },
  },
  {
    method: 'get',
    path: '/api/v1/families/share',
    summary: 'Models with weights and API-only products by the quarter they came out in',
    permission: 'catalogue:read',
    query: shareQuerySchema,
    answers: { 200: { says: 'Every quarter, or with format the same as a file', body: pageOf(shareItemSchema) } },
  },
]
