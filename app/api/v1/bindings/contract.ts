import type { RouteContract } from '#app/_server/route-contract.ts'
import { boundItem, boundQuery } from '#lib/deployments/bound.ts'
import { concludedBinding, concludedBindingInput } from '#lib/licences/concluded-binding.ts'
import { pageOf } from '#lib/shared/page-query.ts'

/** Operations on what governs what. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/bindings',
    summary: 'Who is bound by which text, now or as of a date: revisions, and the deployments you may see',
    permission: 'catalogue:read',
    query: boundQuery,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: pageOf(boundItem) } },
  },
  {
    method: 'post',
    path: '/api/v1/bindings',
    summary: 'Concludes which text and licence govern a revision; declared and identified stay beside it',
    permission: 'licence:conclude',
    body: concludedBindingInput,
    isIdempotent: true,
    answers: {
      200: { says: 'The newest conclusion says the very same already', body: concludedBinding },
      201: { says: 'The conclusion, on record', body: concludedBinding },
    },
  },
]
