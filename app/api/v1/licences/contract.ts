import type { RouteContract } from '#app/_server/route-contract.ts'
import { licenceDetail, licenceItem, licenceQuerySchema } from '#lib/licences/schema.ts'
import { pageOf } from '#lib/shared/page-query.ts'

/** Operations on licences. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licences',
    summary:
      'Lists the licences that models or deployments stand under or texts were found to be, or exports a view of them',
    permission: 'catalogue:read',
    query: licenceQuerySchema,
    answers: {
      200: { says: 'A page of licences, or with format the whole view as a file', body: pageOf(licenceItem) },
    },
  },
  {
    method: 'get',
    path: '/api/v1/licences/{id}',
    summary: 'One licence with its terms as they were read, and the texts recognised as it',
    permission: 'catalogue:read',
    answers: { 200: { says: 'The licence', body: licenceDetail } },
  },
]
