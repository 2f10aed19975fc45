import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { countChanges, eachChange, listChanges } from '#lib/upstream/queries/changes.ts'
import { changeListQuery } from '#lib/upstream/schema.ts'
import { CSV_COLUMNS, itemOf } from './answers.ts'

/** Lists changes, newest first, or exports a view of them. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db }) => {
    const asked = readParams(changeListQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { cursor, limit, total, format, bom, ...filter } = asked.value
    if (format !== undefined) {
      const view = { fileName: 'changes', rows: eachChange(db, filter) }
      return format === 'csv' ? csvAnswer(view, CSV_COLUMNS, { hasBom: bom === 'true' }) : jsonAnswer(view, itemOf)
    }
    const page = await listChanges(db, filter, { limit, cursor })
    if (page === null) return refusal([MALFORMED_CURSOR])
    const count = total === 'true' ? { total: await countChanges(db, filter) } : {}
    return listAnswer(request, { items: page.rows.map(itemOf), next: page.next, ...count })
  })
}
