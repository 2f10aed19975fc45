import { handle } from '#app/_server/handler.ts'
import { immutableAnswer } from '#app/_server/immutable-answer.ts'
import { findTextBytes } from '#lib/licences/queries/find-texts.ts'
import { notFound } from '#lib/shared/failure.ts'

/** A text's bytes as they came; they never change. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/licence-texts/[sha]/raw'>): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const { sha } = await params
    const held = await findTextBytes(db, sha)
    if (held === null) throw notFound('This text')
    const mediaType = `text/plain; charset=${held.encoding}`
    const answer = immutableAnswer(request, { body: Buffer.from(held.bytes), sha256: sha, mediaType })
    // A publisher wrote these bytes: no browser may take them for anything but text.
    answer.headers.set('x-content-type-options', 'nosniff')
    return answer
  })
}
