import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { cursorOf, placeOf } from '#lib/audit/log-place.ts'
import { countAuditEvents, eachAuditEvent, listAuditEvents } from '#lib/audit/queries.ts'
import { auditQuerySchema } from '#lib/audit/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { AUDIT_COLUMNS, auditItem } from './audit-item.ts'

const MOST_EXPORTED = 100_000

export function GET(request: Request): Promise<Response> {
  return handle(request, 'audit:read', async ({ db }) => {
    const read = readParams(auditQuerySchema, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const { limit, cursor, total, format, bom, ...view } = read.value
    if (format !== undefined) {
      const file = { fileName: 'audit', rows: eachAuditEvent(db, view, MOST_EXPORTED) }
      return format === 'csv' ? csvAnswer(file, AUDIT_COLUMNS, { hasBom: bom === 'true' }) : jsonAnswer(file, auditItem)
    }
    const below = cursor === undefined ? null : placeOf(cursor)
    if (below === undefined) return refusal([MALFORMED_CURSOR])
    const events = await listAuditEvents(db, view, { below, limit: limit + 1 })
    const shown = events.slice(0, limit)
    const last = events.length > limit ? shown.at(-1) : undefined
    return listAnswer(request, {
      items: shown.map(auditItem),
      next: last === undefined ? null : cursorOf(last.seq),
      ...(total === 'true' ? { total: await countAuditEvents(db, view) } : {}),
    })
  })
}
