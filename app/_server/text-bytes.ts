import { immutableAnswer } from './immutable-answer.ts'

/** A licence text byte for byte, for keeping: its hash is its ETag, and no browser takes it for anything but text. */
export function textBytesAnswer(
  request: Request,
  sha256: string,
  { bytes, encoding }: { bytes: Uint8Array; encoding: string },
): Response {
  const mediaType = `text/plain; charset=${encoding}`
  const fileName = `licence-${sha256.slice(0, 12)}.txt`
  const answer = immutableAnswer(request, { body: Buffer.from(bytes), sha256, mediaType, fileName })
  // The address names the bytes, so they can be kept for good; only by whoever asked, since it took a permission.
  answer.headers.set('cache-control', 'private, max-age=31536000, immutable')
  answer.headers.set('x-content-type-options', 'nosniff')
  answer.headers.set('content-security-policy', "default-src 'none'; sandbox")
  return answer
}
