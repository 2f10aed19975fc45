import { handle } from '#app/_server/handler.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findFinding } from '#lib/deployments/queries/find-finding.ts'
import { notFound } from '#lib/shared/failure.ts'
import { detailOf } from '../answers.ts'

/** One finding with its episodes and what people said about it. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/findings/[id]'>): Promise<Response> {
  const { id } = await params
  return handle(request, 'finding:read', async (ctx) => {
    const finding = await findFinding(ctx.db, scopeFor(ctx.actor, 'finding:read'), id)
    if (!finding) throw notFound('This finding')
    return Response.json(detailOf(finding), { headers: { 'cache-control': 'no-store' } })
  })
}
