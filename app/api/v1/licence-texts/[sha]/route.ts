import { handle } from '#app/_server/handler.ts'
import { findHeldText } from '#lib/licences/queries/find-texts.ts'
import { notFound } from '#lib/shared/failure.ts'
import { detailOf } from '../answers.ts'

/** One text: what it was identified as and where it was seen. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/licence-texts/[sha]'>): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const held = await findHeldText(db, (await params).sha)
    if (held === null) throw notFound('This text')
    return Response.json(detailOf(held), { headers: { 'cache-control': 'no-store' } })
  })
}
