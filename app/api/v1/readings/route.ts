import { handle, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { concludeReading } from '#lib/licences/commands/readings.ts'
import { concludeInput } from '#lib/licences/reading-input.ts'
import { readingQuery } from '#lib/licences/reading-schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { textReading } from './answers.ts'
import { recordedReading } from './recorded.ts'
import { recordedOutcome } from './recorded-outcome.ts'

/** What a text is taken to say, and every reading of it. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async (ctx) => {
    const asked = readParams(readingQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { text, at } = asked.value
    const answer = await textReading(ctx, text, at === undefined ? null : new Date(at))
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  })
}

/** Concludes terms of a text. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:conclude', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = concludeInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await once(ctx, request, {
      route: 'POST /api/v1/readings',
      body: body.value,
      worth: recordedOutcome(recordedReading),
      run: (inner) => concludeReading(inner, input.data),
    })
    if (done.done === 'never') return refusal(done.refusals)
    if (!done.value.ok) return refusal(done.value.refusals)
    const headers: Record<string, string> = done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}
    return Response.json(done.value.value, { status: 201, headers })
  })
}
