import { handle, problem, refusal } from '#app/_server/handler.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { noticesAnswerOf, noticesQuery } from '#lib/deployments/duty-answers.ts'
import { findNotices } from '#lib/deployments/queries/licence-duties.ts'
import { notFound } from '#lib/shared/failure.ts'
import { readParams } from '#lib/shared/list-params.ts'

/** The notice file of a deployment, ready to be used, or why it cannot be assembled. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/deployments/[id]/notices'>): Promise<Response> {
  return handle(request, 'deployment:read', async ({ db, actor, hubEndpoint }) => {
    const { id } = await params
    const asked = readParams(noticesQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const found = await findNotices(db, scopeFor(actor, 'deployment:read'), { deployment: id }, hubEndpoint)
    if (found === null) throw notFound('This deployment')
    const answer = noticesAnswerOf(found)
    if (asked.value.as === 'json') return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
    if (answer.file === null || !answer.isComplete) {
      return problem(409, 'notices-incomplete', 'The notice file cannot be assembled.', {
        detail: answer.gaps.map((gap) => gap.sentence).join(' ') || 'A retired deployment needs none.',
      })
    }
    return new Response(answer.file, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="NOTICE.txt"',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
