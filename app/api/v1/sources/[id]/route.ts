import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { changeSource } from '#lib/upstream/commands/sources.ts'
import { sourceChangeInput } from '#lib/upstream/schema.ts'
import { getSource, sourceAnswer } from '../load-source.ts'

/** One source with its health and its newest looks. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/sources/[id]'>): Promise<Response> {
  return handle(request, 'upstream:read', async (ctx) => sourceAnswer(ctx, (await params).id))
}

/** Changes how a source is watched. */
export function PATCH(request: Request, { params }: RouteContext<'/api/v1/sources/[id]'>): Promise<Response> {
  return handle(request, 'source:manage', async (ctx) => {
    const { id } = await getSource(ctx, (await params).id)
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = sourceChangeInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const { interval, confirmAfter, isPaused } = input.data
    await changeSource(ctx, id, { intervalSeconds: interval, confirmAfterSeconds: confirmAfter, isPaused })
    return sourceAnswer(ctx, id)
  })
}
