import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { may } from '#lib/auth/permissions.ts'
import { listTokens } from '#lib/auth/queries/people.ts'
import { findPersonBehind } from '#lib/auth/queries/token-owner.ts'
import { tokenInput } from '#lib/auth/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

export function GET(request: Request): Promise<Response> {
  return handle(request, 'token:own', async ({ db, actor }) => {
    const read = readParams(pageQuery, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const person = await findPersonBehind(db, actor)
    const owner = may(actor, 'people:manage') ? 'all' : person
    return wholeListAnswer(request, owner === null ? [] : await listTokens(db, owner), read.value)
  })
}

export function POST(request: Request): Promise<Response> {
  return handle(request, 'token:own', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = tokenInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const made = await createToken(ctx, input.data)
    return Response.json(made, { status: 201, headers: { 'cache-control': 'no-store' } })
  })
}
