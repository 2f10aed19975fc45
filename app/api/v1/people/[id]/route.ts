import { z } from 'zod'
import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { changePerson } from '#lib/auth/commands/people.ts'
import { personChange } from '#lib/auth/schema.ts'
import { notFound } from '#lib/shared/failure.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

export function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'people:manage', async (ctx) => {
    const id = z.uuid().safeParse((await params).id)
    if (!id.success) throw notFound('This person')
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = personChange.omit({ id: true }).safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const outcome = await changePerson(ctx, { ...input.data, id: id.data })
    return outcome.ok ? new Response(null, { status: 204 }) : refusal(outcome.refusals)
  })
}
