import { handle } from '#app/_server/handler.ts'
import { notFound } from '#lib/shared/failure.ts'
import { findChange } from '#lib/upstream/queries/changes.ts'
import { itemOf } from '../answers.ts'

/** One change with its evidence. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/changes/[id]'>): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db }) => {
    const change = await findChange(db, (await params).id)
    if (change === null) throw notFound('This change')
    return Response.json(itemOf(change), { headers: { 'cache-control': 'no-store' } })
  })
}
