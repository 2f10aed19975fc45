import { handle } from '#app/_server/handler.ts'
import { plainBody } from '#app/_server/request-bytes.ts'
import { answerLines } from './answer-lines.ts'

/** Answers waiting for a client that sends all before it reads; beyond this it has to read before more is taken. */
const WAITING_BYTES = 16 * 1_048_576

/** Says what each of many texts is, line by line, while they still arrive. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:identify', async (ctx) => {
    const body = plainBody(request, ['application/x-ndjson', 'application/jsonl', 'application/json', 'text/plain'])
    if (!body.ok) return body.answer
    const lines = answerLines(ctx, body.value)
    const encoder = new TextEncoder()
    const answers = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { done, value } = await lines.next()
          if (done === true) controller.close()
          else controller.enqueue(encoder.encode(value))
        },
        async cancel() {
          await lines.return(undefined)
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
    )
    return new Response(answers, {
      headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    })
  })
}
