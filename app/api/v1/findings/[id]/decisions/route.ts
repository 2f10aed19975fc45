import { z } from 'zod'
import { handle, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { decideFinding } from '#lib/policy/commands/decide-finding.ts'
import { decisionInput } from '#lib/policy/schema.ts'
import { notFound } from '#lib/shared/failure.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

/** Puts on record what somebody says about a finding. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/v1/findings/[id]/decisions'>,
): Promise<Response> {
  const { id } = await params
  return handle(request, 'finding:decide', async (ctx) => {
    if (!z.uuid().safeParse(id).success) throw notFound('This finding')
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = decisionInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await once(ctx, request, {
      route: `POST /api/v1/findings/${id}/decisions`,
      body: body.value,
      worth: z.object({ id: z.uuid() }),
      run: (inner) => decideFinding(inner, { findingId: id, comment: input.data.comment }),
    })
    if (done.done === 'never') return refusal(done.refusals)
    const headers: Record<string, string> = done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}
    return Response.json(done.value, { status: 201, headers })
  })
}
