import { handle } from '#app/_server/handler.ts'
import { requestLook } from '#lib/upstream/commands/sources.ts'
import { findLookWork } from '#lib/upstream/queries/look-work.ts'
import { workOf } from '../../answers.ts'
import { getSource } from '../../load-source.ts'

/** Asks for a look now; the worker takes it up. */
export function POST(request: Request, { params }: RouteContext<'/api/v1/sources/[id]/looks'>): Promise<Response> {
  return handle(request, 'upstream:look', async (ctx) => {
    const { id } = await getSource(ctx, (await params).id)
    const requestedAt = await requestLook(ctx, id)
    const work = workOf(await findLookWork(ctx.db, id))
    return Response.json(
      { sourceId: id, state: 'queued', requestedAt: requestedAt.toISOString(), work },
      { status: 202, headers: { location: `/api/v1/sources/${id}`, 'cache-control': 'no-store' } },
    )
  })
}
