import { handle, problem, refusal } from '#app/_server/handler.ts'
import { readUpTo } from '#app/_server/json-body.ts'
import { isBusy, judgeText } from '#app/_server/judge-text.ts'
import { plainBody } from '#app/_server/request-bytes.ts'
import { MAX_LICENCE_BYTES } from '#lib/licences/licence-text.ts'
import { textRefusal } from '#lib/licences/text-refusal.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { identifyAnswerOf } from '../answers.ts'

/** Says what a text is, without keeping it. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:identify', async (ctx) => {
    const body = plainBody(request, ['text/plain'])
    if (!body.ok) return body.answer
    const announced = Number(request.headers.get('content-length') ?? 0)
    const bytes = announced > MAX_LICENCE_BYTES ? null : await readBytes(body.value)
    if (bytes === null) return tooLarge()
    if (bytes === 'unreadable') return unreadable()
    const found = await judgeText(ctx, bytes)
    if (!found.ok) return found.refusals.some(isBusy) ? busy(found.refusals) : refusal(found.refusals)
    return Response.json(identifyAnswerOf(found.value), { headers: { 'cache-control': 'no-store' } })
  })
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array | 'unreadable' | null> {
  try {
    return await readUpTo(body, MAX_LICENCE_BYTES)
  } catch (error) {
    // What does not unpack is somebody's mistake, not ours.
    if (error instanceof TypeError) return 'unreadable'
    throw error
  }
}

function tooLarge(): Response {
  return problem(413, 'too-large', 'The text is too large; nothing was kept.', {
    errors: [textRefusal('too-large', '')],
  })
}

function unreadable(): Response {
  return refusal([
    {
      field: '',
      rule: 'body.unpacked',
      message: 'The body is not what its Content-Encoding says.',
      remedy: 'Send it as it is, or packed with gzip.',
    },
  ])
}

function busy(errors: Refusal[]): Response {
  return problem(503, 'busy', 'Too many texts are being judged; nothing was kept.', { errors }, { 'retry-after': '10' })
}
