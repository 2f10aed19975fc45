import { handle } from '#app/_server/handler.ts'
import { isLicenceId } from '#lib/licences/aliases.ts'
import { notFound } from '#lib/shared/failure.ts'
import { licenceAnswer } from '../answers.ts'

/** One licence with its terms and texts. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/licences/[id]'>): Promise<Response> {
  return handle(request, 'catalogue:read', async (ctx) => {
    const { id } = await params
    if (!isLicenceId(id)) throw notFound('This licence')
    return Response.json(await licenceAnswer(ctx, id), { headers: { 'cache-control': 'no-store' } })
  })
}
