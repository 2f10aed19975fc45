import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { readingRuleInput } from '#lib/licences/reading-input.ts'
import { readingRuleAnswer } from '#lib/licences/reading-schema.ts'

/** Operations on the rule about second persons. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/reading-rule',
    summary: 'Whether a concluded reading needs a second person, and every rule before',
    permission: 'catalogue:read',
    answers: { 200: { says: 'The rule', body: readingRuleAnswer } },
  },
  {
    method: 'put',
    path: '/api/v1/reading-rule',
    summary: 'Says whether readings concluded from now on need a second person',
    permission: 'reading-rule:set',
    body: readingRuleInput,
    answers: { 200: { says: 'It holds from now on', body: z.object({ id: z.uuid() }) } },
  },
]
