import { handle } from '#app/_server/handler.ts'
import { notFound } from '#lib/shared/failure.ts'
import { findLookWork } from '#lib/upstream/queries/look-work.ts'
import { upstreamIdSchema } from '#lib/upstream/schema.ts'
import { lookView } from '../../_components/look-view.ts'

/** What is being done about a source now, for the page that watches a look. */
export function GET(request: Request, { params }: RouteContext<'/sources/[id]/work'>): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db, clock }) => {
    const id = upstreamIdSchema.safeParse((await params).id)
    if (!id.success) throw notFound('This source')
    const view = lookView(await findLookWork(db, id.data), clock.now())
    return Response.json(view, { headers: { 'cache-control': 'no-store' } })
  })
}
