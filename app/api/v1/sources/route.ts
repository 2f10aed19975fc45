import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import { listSources } from '#lib/upstream/queries/sources.ts'
import { itemOf } from './answers.ts'

/** Lists the places that are watched. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db, clock }) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    return wholeListAnswer(request, (await listSources(db, clock.now())).map(itemOf), asked.value)
  })
}
