import { handle } from '#app/_server/handler.ts'
import { findTextBytes } from '#lib/licences/queries/find-texts.ts'
import { notFound } from '#lib/shared/failure.ts'

/** A text's bytes as they came; they never change. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/licence-texts/[sha]/raw'>): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const { sha } = await params
    const held = await findTextBytes(db, sha)
    if (held === null) throw notFound('This text')
    const headers = {
      etag: `"${sha}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    }
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
    return new Response(Buffer.from(held.bytes), {
      headers: { ...headers, 'content-type': `text/plain; charset=${held.encoding}` },
    })
  })
}
