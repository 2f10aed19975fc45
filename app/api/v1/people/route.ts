import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { passwordLink } from '#app/_server/password-link.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { addPerson } from '#lib/auth/commands/people.ts'
import { listPeople } from '#lib/auth/queries/people.ts'
import { personInput } from '#lib/auth/schema.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

export function GET(request: Request): Promise<Response> {
  return handle(request, 'people:manage', async ({ db }) => {
    const read = readParams(pageQuery, new URL(request.url).searchParams)
    if (!read.ok) return refusal(read.refusals)
    const people = await listPeople(db)
    const items = people.map((person) => ({ ...person, teams: person.teams.map((team) => team.slug) }))
    return wholeListAnswer(request, items, read.value)
  })
}

export function POST(request: Request): Promise<Response> {
  return handle(request, 'people:manage', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = personInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const outcome = await addPerson(ctx, input.data)
    if (!outcome.ok) return refusal(outcome.refusals)
    const { id, link } = outcome.value
    return Response.json({ id, link: passwordLink(link) }, { status: 201, headers: { 'cache-control': 'no-store' } })
  })
}
