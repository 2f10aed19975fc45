import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { countFindings, eachFinding, listFindings } from '#lib/deployments/queries/list-findings.ts'
import { findingListQuery } from '#lib/policy/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { CSV_COLUMNS, itemOf } from './answers.ts'

/** Lists findings, or exports a view of them. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'finding:read', async (ctx) => {
    const asked = readParams(findingListQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { cursor, limit, total, format, bom, ...filter } = asked.value
    const scope = scopeFor(ctx.actor, 'finding:read')
    if (format !== 'page') {
      const view = { fileName: 'findings', rows: eachFinding(ctx.db, scope, filter) }
      return format === 'csv' ? csvAnswer(view, CSV_COLUMNS, { hasBom: bom }) : jsonAnswer(view, itemOf)
    }
    const [page, counts] = await Promise.all([
      listFindings(ctx.db, scope, { filter, cursor, limit }),
      total ? countFindings(ctx.db, scope, filter) : null,
    ])
    if (!page.ok) return refusal(page.refusals)
    const { rows, next } = page.value
    return listAnswer(request, { items: rows.map(itemOf), next, ...(counts ? { total: counts.total } : {}) })
  })
}
