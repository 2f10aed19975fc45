import { handle, refusal } from '#app/_server/handler.ts'
import { textBytesAnswer } from '#app/_server/text-bytes.ts'
import { findHeldText, findTextBytes } from '#lib/licences/queries/find-texts.ts'
import { textAsQuery } from '#lib/licences/schema.ts'
import { notFound } from '#lib/shared/failure.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { detailOf } from '../answers.ts'

/** One text: what it was identified as and where it was seen, or its bytes as they came. */
export function GET(request: Request, { params }: RouteContext<'/api/v1/licence-texts/[sha]'>): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(textAsQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { sha } = await params
    if (asked.value.as === 'text') {
      const held = await findTextBytes(db, sha)
      if (held === null) throw notFound('This text')
      return textBytesAnswer(request, sha, held)
    }
    const held = await findHeldText(db, sha)
    if (held === null) throw notFound('This text')
    return Response.json(detailOf(held), { headers: { 'cache-control': 'no-store' } })
  })
}
