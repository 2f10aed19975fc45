import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { countChanges, eachChange, listChanges, MOST_EXPORTED } from '#lib/upstream/queries/changes.ts'
import { cursorOf, placeOf } from '#lib/upstream/record-place.ts'
import { changeListQuery } from '#lib/upstream/schema.ts'
import { CSV_COLUMNS, itemOf } from './answers.ts'

/** Lists changes, newest first, or exports a view of them. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db }) => {
    const asked = readParams(changeListQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { cursor, limit, total, format, bom, ...filter } = asked.value
    if (format !== undefined) {
      const count = await countChanges(db, filter)
      if (count > MOST_EXPORTED) return refusal([tooMany(count)])
      const view = { fileName: 'changes', rows: eachChange(db, filter) }
      return format === 'csv' ? csvAnswer(view, CSV_COLUMNS, { hasBom: bom === 'true' }) : jsonAnswer(view, itemOf)
    }
    const after = cursor === undefined ? null : placeOf(cursor)
    if (after === undefined) return refusal([MALFORMED_CURSOR])
    const changes = await listChanges(db, filter, { after, limit: limit + 1 })
    const shown = changes.slice(0, limit)
    const last = changes.length > limit ? shown.at(-1) : undefined
    return listAnswer(request, {
      items: shown.map(itemOf),
      next: last ? cursorOf({ at: last.observedAt, id: last.id }) : null,
      ...(total === 'true' ? { total: await countChanges(db, filter) } : {}),
    })
  })
}

function tooMany(count: number) {
  return {
    field: '/format',
    rule: 'export.too-many',
    message: `${count} changes match; a file holds at most ${MOST_EXPORTED}.`,
    remedy: 'Filter further, or read page by page.',
  }
}
