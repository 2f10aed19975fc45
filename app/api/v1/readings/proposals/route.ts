import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { proposeReading } from '#lib/licences/commands/propose-reading.ts'
import { proposeInput } from '#lib/licences/reading-input.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

/** Has the patterns read a text. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:conclude', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = proposeInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await proposeReading(ctx, input.data.text)
    if (!done.ok) return refusal(done.refusals)
    return Response.json(done.value, { status: done.value.isNew ? 201 : 200 })
  })
}
