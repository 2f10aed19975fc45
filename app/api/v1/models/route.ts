import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { modelCursor, readModelCursor } from '#lib/catalogue/model-place.ts'
import { countModels, listModelsAfter, placeOfModel } from '#lib/catalogue/queries/models.ts'
import { modelQuerySchema, readModelView } from '#lib/catalogue/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { MODEL_COLUMNS } from '#lib/upstream/model-item.ts'
import { eachModelItem, listModelItems, MOST_EXPORTED } from '#lib/upstream/queries/model-items.ts'

/** One page of models, or the whole view as a file. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db, clock }) => {
    const read = readParams(modelQuerySchema, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const { limit, total, format, bom, cursor } = read.value
    const { filter, sort } = readModelView(read.value)
    const now = clock.now()
    if (format !== undefined) {
      const count = await countModels(db, filter)
      if (count > MOST_EXPORTED) {
        return refusal([
          {
            field: '/format',
            rule: 'export.too-many',
            message: `${count} models match; a file holds at most ${MOST_EXPORTED}.`,
            remedy: 'Filter further, or read page by page.',
          },
        ])
      }
      const file = { fileName: 'models', rows: eachModelItem(db, { filter, sort }, now) }
      return format === 'csv'
        ? csvAnswer(file, MODEL_COLUMNS, { hasBom: bom === 'true' })
        : jsonAnswer(file, (item) => item)
    }
    const place = readModelCursor(cursor, sort)
    if (!place.ok) return refusal(place.refusals)
    const rows = await listModelsAfter(db, { filter, sort, after: place.value, limit: limit + 1 })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const next = rows.length > limit && last ? placeOfModel(last, sort) : null
    return listAnswer(request, {
      items: await listModelItems(db, page, now),
      next: next === null ? null : modelCursor(next, sort),
      ...(total === 'true' ? { total: await countModels(db, filter) } : {}),
    })
  })
}
