import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import {
  comparedPairQuery,
  comparisonConclusion,
  comparisonConclusionInput,
} from '#lib/licences/comparison-conclusion.ts'
import { pageOf } from '#lib/shared/page-query.ts'

/** Operations on what people conclude about two texts. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licence-texts/compare/conclusions',
    summary: 'What people concluded about moving from one text to another, newest first',
    permission: 'catalogue:read',
    query: comparedPairQuery,
    answers: { 200: { says: 'A page of conclusions', body: pageOf(comparisonConclusion) } },
  },
  {
    method: 'post',
    path: '/api/v1/licence-texts/compare/conclusions',
    summary: 'Closes a comparison with an outcome and a reason; what the machine showed stays beside it',
    permission: 'licence:conclude',
    body: comparisonConclusionInput,
    answers: { 201: { says: 'On record', body: z.object({ id: z.uuid() }) } },
  },
]
