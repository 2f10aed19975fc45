import type { Refusal } from '#lib/shared/outcome.ts'
import { problem } from './handler.ts'
import { readUpTo } from './json-body.ts'

type Read<T> = { ok: true; value: T } | { ok: false; answer: Response }

/** The body of a request as it is meant, unpacked where it was sent packed; refused where its packing or its type is another. */
export function plainBody(request: Request, mediaTypes: readonly string[]): Read<ReadableStream<Uint8Array>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!mediaTypes.includes(type)) {
    return unsupported({
      field: '',
      rule: 'body.type',
      message: type === '' ? 'The request does not say what it holds.' : `${type} is not read here.`,
      remedy: `Send it with Content-Type: ${mediaTypes.join(' or ')}.`,
    })
  }
  const body = request.body ?? new Blob([]).stream()
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity') return { ok: true, value: body }
  if (encoding === 'gzip') return { ok: true, value: body.pipeThrough(gunzip()) }
  return unsupported({
    field: '',
    rule: 'body.encoding',
    message: `A body packed as ${encoding.slice(0, 40)} is not read here.`,
    remedy: 'Send it as it is, or packed with gzip.',
  })
}

/** The refusal of a body whose packing is not what it says. */
export const NOT_UNPACKED: Refusal = {
  field: '',
  rule: 'body.unpacked',
  message: 'The body is not what its Content-Encoding says.',
  remedy: 'Send it as it is, or packed with gzip.',
}

/** All of a body that was opened with `plainBody`: null where it has more than the limit. */
export async function readPlain(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array | 'not-unpacked' | null> {
  try {
    return await readUpTo(body, limit)
  } catch (error) {
    // What does not unpack is somebody's mistake, not ours.
    if (error instanceof TypeError) return 'not-unpacked'
    throw error
  }
}

function unsupported(refusal: Refusal): { ok: false; answer: Response } {
  return {
    ok: false,
    answer: problem(415, 'unsupported', 'This kind of body is not read; nothing was changed.', { errors: [refusal] }),
  }
}

/** The platform types the two ends of its own stream apart. */
function gunzip(): ReadableWritablePair<Uint8Array, Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip')
  return { readable, writable: new WritableStream(forwarding(writable.getWriter())) }
}

function forwarding(writer: WritableStreamDefaultWriter<BufferSource>): UnderlyingSink<Uint8Array> {
  return {
    write: (chunk) => writer.write(new Uint8Array(chunk)),
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  }
}
