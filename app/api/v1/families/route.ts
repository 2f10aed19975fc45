import { handle, refusal } from '#app/_server/handler.ts'
import { wholeFileAnswer } from '#app/_server/whole-file.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { viewFamilies } from '#lib/catalogue/family-list.ts'
import { FAMILY_COLUMNS, familyItem } from '#lib/catalogue/list-items.ts'
import { listFamilies } from '#lib/catalogue/queries/families.ts'
import { familyQuerySchema } from '#lib/catalogue/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { findCatalogueSpeaks } from '#lib/upstream/queries/model-items.ts'

/** One page of families, or the whole view as a file. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const read = readParams(familyQuerySchema, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const catalogue = await findCatalogueSpeaks(db)
    const items = viewFamilies(await listFamilies(db), read.value).map((family) => familyItem(family, catalogue))
    const { format, bom } = read.value
    return format === undefined
      ? wholeListAnswer(request, items, read.value)
      : wholeFileAnswer('families', items, FAMILY_COLUMNS, { format, bom })
  })
}
