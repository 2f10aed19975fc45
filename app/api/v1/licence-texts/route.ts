import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import { itemOf } from './answers.ts'

/** Lists the licence texts that are held. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    return wholeListAnswer(request, (await listHeldTexts(db)).map(itemOf), asked.value)
  })
}
