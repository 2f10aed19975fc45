import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listLicences } from '#lib/licences/queries/find-texts.ts'
import { findTermsFor } from '#lib/licences/terms.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'

/** Lists the licences that models stand under or texts were recognised as. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const items = (await listLicences(db)).map((one) => ({
      ...one,
      name: licenceName(one.id),
      openness: licenceOpenness(findTermsFor(one.id, 'MATCH')),
    }))
    return wholeListAnswer(request, items, asked.value)
  })
}
