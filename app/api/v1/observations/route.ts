import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { countObservations, listObservations } from '#lib/upstream/queries/observations.ts'
import { cursorOf, placeOf } from '#lib/upstream/record-place.ts'
import { observationListQuery } from '#lib/upstream/schema.ts'
import { itemOf } from './answers.ts'

/** Lists what looks have seen of repositories, newest first. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db }) => {
    const asked = readParams(observationListQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { cursor, limit, total, ...filter } = asked.value
    const after = cursor === undefined ? null : placeOf(cursor)
    if (after === undefined) return refusal([MALFORMED_CURSOR])
    const seen = await listObservations(db, filter, { after, limit: limit + 1 })
    const shown = seen.slice(0, limit)
    const last = seen.length > limit ? shown.at(-1) : undefined
    return listAnswer(request, {
      items: shown.map(itemOf),
      next: last ? cursorOf(last) : null,
      ...(total === 'true' ? { total: await countObservations(db, filter) } : {}),
    })
  })
}
