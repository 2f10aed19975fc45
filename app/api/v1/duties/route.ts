import { handle, refusal } from '#app/_server/handler.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { dutiesAnswerOf, dutiesQuery } from '#lib/deployments/duty-answers.ts'
import { findDeploymentDuties } from '#lib/deployments/queries/licence-duties.ts'
import { notFound } from '#lib/shared/failure.ts'
import { readParams } from '#lib/shared/list-params.ts'

/** What the governing licence asks of a deployment. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'deployment:read', async ({ db, actor, hubEndpoint }) => {
    const asked = readParams(dutiesQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { deployment } = asked.value
    if (deployment === undefined) return refusal([NO_DEPLOYMENT])
    const found = await findDeploymentDuties(db, scopeFor(actor, 'deployment:read'), deployment, hubEndpoint)
    if (found === null) throw notFound('This deployment')
    const answer = dutiesAnswerOf(found.facts, found.gap, found.duties)
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  })
}

const NO_DEPLOYMENT = {
  field: '/deployment',
  rule: 'deployment.missing',
  message: 'This is missing.',
  remedy: 'Say whose duties are asked for: ?deployment= and the id of a deployment.',
}
