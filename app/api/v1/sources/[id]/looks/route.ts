import { handle } from '#app/_server/handler.ts'
import { notFound } from '#lib/shared/failure.ts'
import { requestLook } from '#lib/upstream/commands/sources.ts'
import { findSource } from '#lib/upstream/queries/sources.ts'

/** Asks for a look now; the worker takes it up. */
export function POST(request: Request, { params }: RouteContext<'/api/v1/sources/[id]/looks'>): Promise<Response> {
  return handle(request, 'upstream:look', async (ctx) => {
    const source = await findSource(ctx.db, (await params).id, ctx.clock.now())
    if (source === null) throw notFound('This source')
    await requestLook(ctx, source.id)
    return Response.json(
      { sourceId: source.id, state: 'queued' },
      { status: 202, headers: { location: `/api/v1/sources/${source.id}` } },
    )
  })
}
