import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { concludeInput, opinionInput, proposeInput } from '#lib/licences/reading-input.ts'
import { comparedTermItem, compareQuery, readingAnswer, readingQuery } from '#lib/licences/reading-schema.ts'
import { recordedOpinion, recordedProposal, recordedReading } from './recorded.ts'

/** Operations on readings: what a licence text is taken to permit, require and forbid. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/readings',
    summary: 'What a text is taken to say, term by term, and every reading of it that is on record',
    permission: 'catalogue:read',
    query: readingQuery,
    answers: { 200: { says: 'The terms and the readings', body: readingAnswer } },
  },
  {
    method: 'post',
    path: '/api/v1/readings',
    summary: 'Concludes terms of a text; the machine’s reading stays beside yours',
    permission: 'licence:conclude',
    body: concludeInput,
    isIdempotent: true,
    answers: { 201: { says: 'On record; whether it counts already', body: recordedReading } },
  },
  {
    method: 'get',
    path: '/api/v1/readings/compare',
    summary: 'Two licences or texts term by term, what differs first, or exports that view',
    permission: 'catalogue:read',
    query: compareQuery,
    answers: {
      200: {
        says: 'The rows',
        body: z.object({ items: z.array(comparedTermItem), next: z.null(), total: z.int() }),
      },
    },
  },
  {
    method: 'post',
    path: '/api/v1/readings/proposals',
    summary: 'Has the patterns read a text; what they propose decides nothing',
    permission: 'licence:conclude',
    body: proposeInput,
    answers: {
      200: { says: 'These patterns proposed it before', body: recordedProposal },
      201: { says: 'Proposed', body: recordedProposal },
    },
  },
  {
    method: 'post',
    path: '/api/v1/readings/{id}/opinions',
    summary: 'Says, as a second person, whether a concluded reading is right',
    permission: 'licence:conclude',
    body: opinionInput,
    isIdempotent: true,
    answers: { 201: { says: 'On record; whether the reading counts now', body: recordedOpinion } },
  },
]
