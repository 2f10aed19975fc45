import { handle, refusal } from '#app/_server/handler.ts'
import { wholeFileAnswer } from '#app/_server/whole-file.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listLicenceLedger } from '#lib/deployments/queries/licence-ledger.ts'
import { viewLicences } from '#lib/licences/licence-view.ts'
import { licenceQuerySchema } from '#lib/licences/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { itemOf, LICENCE_COLUMNS } from './answers.ts'

/** One page of the licences that models or deployments stand under or texts were found to be, or the whole view as a file. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db, actor }) => {
    const asked = readParams(licenceQuerySchema, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const scope = may(actor, 'deployment:read') ? scopeFor(actor, 'deployment:read') : null
    const items = viewLicences(await listLicenceLedger(db, scope), asked.value).map(itemOf)
    const { format, bom } = asked.value
    return format === undefined
      ? wholeListAnswer(request, items, asked.value)
      : wholeFileAnswer('licences', items, LICENCE_COLUMNS, { format, bom })
  })
}
