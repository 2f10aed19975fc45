import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { listPublishers } from '#lib/catalogue/queries/families.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'

/** Lists the publishers, by name. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    return wholeListAnswer(request, await listPublishers(db), asked.value)
  })
}
