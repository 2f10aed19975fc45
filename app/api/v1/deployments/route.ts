import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { isBatch, readDeployments } from '#lib/deployments/deployment-batch.ts'
import { countDeployments } from '#lib/deployments/queries/count-deployments.ts'
import { eachDeployment, listDeployments } from '#lib/deployments/queries/list-deployments.ts'
import { deploymentListQuery, registered } from '#lib/deployments/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { csvColumns, itemOf } from './answers.ts'

/** Lists deployments, or exports a view of them. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'deployment:read', async (ctx) => {
    const asked = readParams(deploymentListQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { sort, cursor, limit, total, format, columns, bom, ...filter } = asked.value
    const scope = scopeFor(ctx.actor, 'deployment:read')
    if (format !== 'page') {
      const view = { fileName: 'deployments', rows: eachDeployment(ctx.db, scope, { filter, sort }) }
      return format === 'csv' ? csvAnswer(view, csvColumns(columns), { hasBom: bom }) : jsonAnswer(view, itemOf)
    }
    const [page, counts] = await Promise.all([
      listDeployments(ctx.db, scope, { filter, sort, cursor, limit }),
      total ? countDeployments(ctx.db, scope, filter) : null,
    ])
    if (!page.ok) return refusal(page.refusals)
    const { rows, next } = page.value
    return listAnswer(request, { items: rows.map(itemOf), next, ...(counts ? { total: counts.total } : {}) })
  })
}

/** Registers one deployment or many; all of them or none. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'deployment:register', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const read = readDeployments(body.value, ctx.clock.now())
    if (!read.ok) return refusal(read.refusals)
    const isMany = isBatch(body.value)
    const done = await once(ctx, request, {
      route: 'POST /api/v1/deployments',
      body: body.value,
      worth: registered,
      run: (inner) => registerDeployments(inner, read.value, { isBatch: isMany }),
    })
    if (done.done === 'never') return refusal(done.refusals)
    if (!done.value.ok) return refusal(done.value.refusals)
    const items = done.value.value.map(({ deploymentId, n, ...rest }) => ({ id: deploymentId, version: n, ...rest }))
    const [only] = items
    const headers: Record<string, string> = done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}
    if (isMany || !only) return Response.json({ items }, { status: 201, headers })
    headers['location'] = `/api/v1/deployments/${only.id}`
    return Response.json(only, { status: 201, headers })
  })
}
