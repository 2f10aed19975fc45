import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { publisherItem } from '#lib/catalogue/list-items.ts'
import { listPublishers } from '#lib/catalogue/queries/families.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import { findCatalogueSpeaks } from '#lib/upstream/queries/model-items.ts'

/** One page of publishers, by name. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const read = readParams(pageQuery, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const catalogue = await findCatalogueSpeaks(db)
    const items = (await listPublishers(db)).map((publisher) => publisherItem(publisher, catalogue))
    return wholeListAnswer(request, items, read.value)
  })
}
