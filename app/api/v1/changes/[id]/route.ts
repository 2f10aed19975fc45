import { handle } from '#app/_server/handler.ts'
import { notFound } from '#lib/shared/failure.ts'
import { findChange } from '#lib/upstream/queries/changes.ts'
import { upstreamIdSchema } from '#lib/upstream/schema.ts'
import { detailOf } from '../answers.ts'

/** One change with its evidence. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/changes/[id]'>): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db }) => {
    const id = upstreamIdSchema.safeParse((await params).id)
    const change = id.success ? await findChange(db, id.data) : null
    if (change === null) throw notFound('This change')
    return Response.json(detailOf(change), { headers: { 'cache-control': 'no-store' } })
  })
}
