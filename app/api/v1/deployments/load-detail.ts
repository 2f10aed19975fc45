import { scopeFor } from '#lib/auth/permissions.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { type DeploymentOnRecord, findDeployment } from '#lib/deployments/queries/find-deployment.ts'
import { findPinnedLicence } from '#lib/deployments/queries/find-pinned-licence.ts'
import { listFindings } from '#lib/deployments/queries/list-findings.ts'
import { notFound } from '#lib/shared/failure.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { detailOf } from './answers.ts'

/** A deployment the caller may see; throws `not-found` for every other id. */
export async function getDeployment(ctx: AppCtx, id: string): Promise<DeploymentOnRecord> {
  const deployment = await findDeployment(ctx.db, scopeFor(ctx.actor, 'deployment:read'), id)
  if (!deployment) throw notFound('This deployment')
  return deployment
}

/** The answer that shows a deployment as it stands, its version as the tag that an edit sends back. */
export async function deploymentAnswer(ctx: AppCtx, id: string): Promise<Response> {
  const deployment = await getDeployment(ctx, id)
  const [assessment, licence, findings] = await Promise.all([
    findAssessment(ctx.db, id),
    findPinnedLicence(ctx.db, id, deployment.newest.n),
    listFindings(ctx.db, scopeFor(ctx.actor, 'finding:read'), {
      filter: { state: 'open', deployment: id },
      limit: 200,
    }),
  ])
  const { hubEndpoint } = ctx
  const body = detailOf({
    deployment,
    assessment,
    licence,
    findings: findings.ok ? findings.value.rows : [],
    hubEndpoint,
  })
  return Response.json(body, { headers: { etag: `"${deployment.newest.n}"`, 'cache-control': 'no-store' } })
}
