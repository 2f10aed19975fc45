import type { RouteContract } from '#app/_server/route-contract.ts'
import { modelDetailSchema, modelItemSchema } from '#lib/catalogue/answer-schema.ts'
import { modelQuerySchema } from '#lib/catalogue/schema.ts'
import { pageOf } from '#lib/shared/page-query.ts'

/** Operations on models. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/models',
    summary: 'Lists models, or exports a view of them',
    permission: 'catalogue:read',
    query: modelQuerySchema,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: pageOf(modelItemSchema) } },
  },
  {
    method: 'get',
    path: '/api/v1/models/{id}',
    summary: 'One model with everything said about it',
    permission: 'catalogue:read',
    answers: { 200: { says: 'The model', body: modelDetailSchema } },
  },
]
