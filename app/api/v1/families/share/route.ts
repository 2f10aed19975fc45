import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { wholeFileAnswer } from '#app/_server/whole-file.ts'
import { familyShare } from '#lib/catalogue/family-share.ts'
import { SHARE_COLUMNS, shareItem } from '#lib/catalogue/list-items.ts'
import { listShareModels } from '#lib/catalogue/queries/families.ts'
import { shareQuerySchema } from '#lib/catalogue/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { findCatalogueSpeaks } from '#lib/upstream/queries/model-items.ts'

/** How many models came out with weights and how many API-only, by quarter: the figures behind the chart. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const read = readParams(shareQuerySchema, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const catalogue = await findCatalogueSpeaks(db)
    const items = familyShare(await listShareModels(db)).quarters.map((row) => shareItem(row, catalogue))
    const { format, bom } = read.value
    return format === undefined
      ? listAnswer(request, { items, next: null, total: items.length })
      : wholeFileAnswer('releases-by-quarter', items, SHARE_COLUMNS, { format, bom })
  })
}
