import { handle } from '#app/_server/handler.ts'
import { immutableAnswer } from '#app/_server/immutable-answer.ts'
import { findAuditEvent } from '#lib/audit/queries.ts'
import { notFound } from '#lib/shared/failure.ts'
import { auditItem } from '../audit-item.ts'

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'audit:read', async ({ db }) => {
    const { id } = await params
    const event = /^\d{1,18}$/.test(id) ? await findAuditEvent(db, BigInt(id)) : null
    if (event === null) throw notFound('This event')
    const body = JSON.stringify(auditItem(event))
    return immutableAnswer(request, { body, sha256: event.leafHash, mediaType: 'application/json' })
  })
}
