import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import { licenceItems } from './answers.ts'

/** Lists the licences that models stand under or texts were recognised as. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async (ctx) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    return wholeListAnswer(request, await licenceItems(ctx), asked.value)
  })
}
