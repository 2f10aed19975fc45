import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { listFamilies } from '#lib/catalogue/queries/families.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'

/** Lists the families, by publisher and name. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    return wholeListAnswer(request, await listFamilies(db), asked.value)
  })
}
