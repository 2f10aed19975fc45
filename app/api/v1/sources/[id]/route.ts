import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { notFound } from '#lib/shared/failure.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { changeSource } from '#lib/upstream/commands/sources.ts'
import { findSource } from '#lib/upstream/queries/sources.ts'
import { sourceChangeInput } from '#lib/upstream/schema.ts'
import { itemOf } from '../answers.ts'

/** One source with its health. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/sources/[id]'>): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db, clock }) => {
    const source = await findSource(db, (await params).id, clock.now())
    if (source === null) throw notFound('This source')
    return Response.json(itemOf(source), { headers: { 'cache-control': 'no-store' } })
  })
}

/** Changes how a source is watched. */
export function PATCH(request: Request, { params }: RouteContext<'/api/v1/sources/[id]'>): Promise<Response> {
  return handle(request, 'source:manage', async (ctx) => {
    const source = await findSource(ctx.db, (await params).id, ctx.clock.now())
    if (source === null) throw notFound('This source')
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = sourceChangeInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const { interval, confirmAfter, isPaused } = input.data
    await changeSource(ctx, source.id, { intervalSeconds: interval, confirmAfterSeconds: confirmAfter, isPaused })
    const changed = await findSource(ctx.db, source.id, ctx.clock.now())
    return Response.json(changed ? itemOf(changed) : null, { headers: { 'cache-control': 'no-store' } })
  })
}
