import type { RouteContract } from '#app/_server/route-contract.ts'
import { comparisonQuery, textComparison } from '#lib/licences/comparison-schema.ts'
import { licenceTextDetail, licenceTextItem } from '#lib/licences/schema.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

/** Operations on licence texts. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licence-texts',
    summary: 'Lists the licence texts that are held, newest first',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of texts', body: pageOf(licenceTextItem) } },
  },
  {
    method: 'get',
    path: '/api/v1/licence-texts/compare',
    summary: 'What differs between two held texts: terms first, then clause by clause; also as HTML, PDF or patch',
    permission: 'catalogue:read',
    query: comparisonQuery,
    answers: { 200: { says: 'The comparison, or with `format` a file of it', body: textComparison } },
  },
  {
    method: 'get',
    path: '/api/v1/licence-texts/{sha}',
    summary: 'One text by its SHA-256: what it was identified as and where it was seen',
    permission: 'catalogue:read',
    answers: { 200: { says: 'The text, without its bytes', body: licenceTextDetail } },
  },
  {
    method: 'get',
    path: '/api/v1/licence-texts/{sha}/raw',
    summary: 'A text byte for byte',
    permission: 'catalogue:read',
    answers: {
      200: { says: 'The bytes as they came', mediaType: 'text/plain' },
      304: { says: 'You hold these bytes already' },
    },
  },
]
