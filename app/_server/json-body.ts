import { jsonDepth } from '#lib/shared/json-depth.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { problem } from './handler.ts'

/** More than any request of ours needs: a thousand deployments with their purposes. */
export const MAX_BODY = 2 * 1024 * 1024
/** Several times what the deepest body of ours has; whatever reads a body goes down into it step by step. */
const MOST_LEVELS = 64

/** What a request's body says, or the problem that it is too large or no JSON. A body is never held beyond the limit. */
export async function readJsonBody(
  request: Request,
  limit = MAX_BODY,
): Promise<{ ok: true; value: unknown } | { ok: false; answer: Response }> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  const bytes = announced > limit ? null : await readUpTo(request.body, limit)
  if (bytes === null) return { ok: false, answer: tooLarge(limit) }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (jsonDepth(text, MOST_LEVELS + 1) > MOST_LEVELS) return { ok: false, answer: malformed(TOO_DEEP) }
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    return { ok: false, answer: malformed(NOT_JSON) }
  }
}

const NOT_JSON: Refusal = {
  field: '',
  rule: 'body.not-json',
  message: 'The body is not JSON in UTF-8.',
  remedy: 'Send one JSON value in UTF-8, unpacked.',
}

const TOO_DEEP: Refusal = {
  field: '',
  rule: 'body.too-deep',
  message: `More than ${MOST_LEVELS} lists and objects stand within one another.`,
  remedy: 'Send the shape that the API reference describes.',
}

function malformed(refusal: Refusal): Response {
  const title = 'The request could not be read; nothing was changed.'
  return problem(400, 'malformed', title, { detail: refusal.message, errors: [refusal] })
}

function tooLarge(limit: number): Response {
  const message = `At most ${limit.toLocaleString('en')} bytes are read.`
  const refusal = { field: '', rule: 'body.too-large', message, remedy: 'Send it in smaller parts.' }
  return problem(413, 'too-large', 'The request is too large; nothing was changed.', {
    detail: `${message} ${refusal.remedy}`,
    errors: [refusal],
  })
}

/** The body of a request or answer, at most so many bytes of it; null where it goes on. */
export async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
