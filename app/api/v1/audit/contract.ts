import type { RouteContract } from '#app/_server/route-contract.ts'
import { auditEventSchema, auditQuerySchema } from '#lib/audit/schema.ts'
import { pageOf } from '#lib/shared/page-query.ts'

export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/audit',
    summary: 'The audit log, newest first; as CSV or JSON file with `format`',
    permission: 'audit:read',
    query: auditQuerySchema,
    answers: { 200: { says: 'A page of recorded events', body: pageOf(auditEventSchema) } },
  },
  {
    method: 'get',
    path: '/api/v1/audit/{id}',
    summary: 'One recorded event',
    permission: 'audit:read',
    answers: { 200: { says: 'The event', body: auditEventSchema } },
  },
]
