import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

const text = z.object({
  id: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  recordedAt: z.iso.datetime(),
  verdict: z.enum(['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN']),
  licenceId: z.string().nullable(),
  closest: z.object({ licenceId: z.string(), similarity: z.number() }).nullable(),
  sightings: z.int(),
})

/** Operations on licence texts. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licence-texts',
    summary: 'Lists the licence texts that are held, newest first',
    permission: 'catalogue:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of texts', body: pageOf(text) } },
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
