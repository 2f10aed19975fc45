import { z } from 'zod'
import { handle, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { giveOpinion } from '#lib/licences/commands/readings.ts'
import { opinionInput } from '#lib/licences/reading-input.ts'
import { notFound } from '#lib/shared/failure.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { recordedOpinion } from '../../recorded.ts'
import { recordedOutcome } from '../../recorded-outcome.ts'

/** Says, as a second person, whether a concluded reading is right. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/v1/readings/[id]/opinions'>,
): Promise<Response> {
  const { id } = await params
  return handle(request, 'licence:conclude', async (ctx) => {
    if (!z.uuid().safeParse(id).success) throw notFound('This reading')
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = opinionInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await once(ctx, request, {
      route: `POST /api/v1/readings/${id}/opinions`,
      body: body.value,
      worth: recordedOutcome(recordedOpinion),
      run: (inner) => giveOpinion(inner, { readingId: id, ...input.data }),
    })
    if (done.done === 'never') return refusal(done.refusals)
    if (!done.value.ok) return refusal(done.value.refusals)
    const headers: Record<string, string> = done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}
    return Response.json(done.value.value, { status: 201, headers })
  })
}
