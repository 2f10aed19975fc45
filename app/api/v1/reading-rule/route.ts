import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { setReadingRule } from '#lib/licences/commands/reading-rule.ts'
import { listReadingRules } from '#lib/licences/queries/readings.ts'
import { readingRuleInput } from '#lib/licences/reading-input.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

/** The rule about second persons. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const rules = await listReadingRules(db)
    const [newest] = rules
    const answer = {
      needsSecondPerson: newest?.needsSecondPerson ?? false,
      since: newest?.at.toISOString() ?? null,
      items: rules.map(({ id, needsSecondPerson, reason, personName, at }) => ({
        id,
        needsSecondPerson,
        reason,
        by: personName,
        at: at.toISOString(),
      })),
    }
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  })
}

/** Sets the rule from now on. */
export function PUT(request: Request): Promise<Response> {
  return handle(request, 'reading-rule:set', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = readingRuleInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await setReadingRule(ctx, input.data)
    return done.ok ? Response.json(done.value) : refusal(done.refusals)
  })
}
