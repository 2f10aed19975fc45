import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { decisionInput, findingDetail, findingItem, findingListQuery } from '#lib/policy/schema.ts'

const page = z.object({ items: z.array(findingItem), next: z.string().nullable(), total: z.int().optional() })

/** Operations on findings. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/findings',
    summary: 'Lists findings, the open ones first, or exports a view of them',
    permission: 'finding:read',
    query: findingListQuery,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: page } },
  },
  {
    method: 'get',
    path: '/api/v1/findings/{id}',
    summary: 'One finding with its episodes and decisions',
    permission: 'finding:read',
    answers: { 200: { says: 'The finding', body: findingDetail } },
  },
  {
    method: 'post',
    path: '/api/v1/findings/{id}/decisions',
    summary: 'Puts on record what you say about a finding; the finding stays as the rules see it',
    permission: 'finding:decide',
    body: decisionInput,
    isIdempotent: true,
    answers: { 201: { says: 'On record', body: z.object({ id: z.uuid() }) } },
  },
]
