import { handle, problem, refusal } from '#app/_server/handler.ts'
import { judgeText, unjudgedAnswer } from '#app/_server/judge-text.ts'
import { NOT_UNPACKED, plainBody, readPlain } from '#app/_server/request-bytes.ts'
import { MAX_LICENCE_BYTES } from '#lib/licences/licence-text.ts'
import { textRefusal } from '#lib/licences/text-refusal.ts'
import { identifyAnswerOf } from '../answers.ts'

/** Says what a text is, without keeping it. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:identify', async (ctx) => {
    const body = plainBody(request, ['text/plain'])
    if (!body.ok) return body.answer
    const announced = Number(request.headers.get('content-length') ?? 0)
    const bytes = announced > MAX_LICENCE_BYTES ? null : await readPlain(body.value, MAX_LICENCE_BYTES)
    if (bytes === null) return tooLarge()
    if (bytes === 'not-unpacked') return refusal([NOT_UNPACKED])
    const found = await judgeText(ctx, bytes)
    if (!found.ok) return unjudgedAnswer(found.refusals)
    return Response.json(identifyAnswerOf(found.value), { headers: { 'cache-control': 'no-store' } })
  })
}

function tooLarge(): Response {
  return problem(413, 'too-large', 'The text is too large; nothing was kept.', {
    errors: [textRefusal('too-large', '')],
  })
}
