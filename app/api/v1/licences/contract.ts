import type { RouteContract } from '#app/_server/route-contract.ts'
import { licenceDetail, licenceItem } from '#lib/licences/schema.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

/** Operations on licences. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licences',
    summary: 'Lists the licences that models stand under or texts were recognised as',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of licences', body: pageOf(licenceItem) } },
  },
  {
    method: 'get',
    path: '/api/v1/licences/{id}',
    summary: 'One licence with its terms as they were read, and the texts recognised as it',
    permission: 'catalogue:read',
    answers: { 200: { says: 'The licence', body: licenceDetail } },
  },
]
