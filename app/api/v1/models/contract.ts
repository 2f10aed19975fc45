import type { RouteContract } from '#app/_server/route-contract.ts'
import { modelItemSchema, modelQuerySchema } from '#lib/catalogue/schema.ts'
import { pageOf } from '#lib/shared/page-query.ts'

/** Operations on models. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/models',
    summary: 'Lists models with what is on record of each, or exports a view of them',
    permission: 'catalogue:read',
    query: modelQuerySchema,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: pageOf(modelItemSchema) } },
  },
]
