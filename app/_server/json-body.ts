import { problem } from './handler.ts'

/** More than any request of ours needs: a thousand deployments with their purposes. */
export const MAX_BODY = 2 * 1024 * 1024

/** What a request's body says, or the problem that it is too large or no JSON. A body is never held beyond the limit. */
export async function readJsonBody(
  request: Request,
  limit = MAX_BODY,
): Promise<{ ok: true; value: unknown } | { ok: false; answer: Response }> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  const bytes = announced > limit ? null : await readUpTo(request.body, limit)
  if (bytes === null) {
    const detail = `At most ${limit.toLocaleString('en')} bytes are read. Send it in smaller parts.`
    return {
      ok: false,
      answer: problem(413, 'too-large', 'The request is too large; nothing was changed.', { detail }),
    }
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    const detail = 'The body is not JSON in UTF-8.'
    return {
      ok: false,
      answer: problem(400, 'malformed', 'The request could not be read; nothing was changed.', { detail }),
    }
  }
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
