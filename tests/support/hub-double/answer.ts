import { createHash } from 'node:crypto'

/** What the double sends back, before rate-limit headers and faults. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** A JSON answer with the weak ETag a hub computes from its body. */
export function json(value: unknown, headers: Record<string, string> = {}, status = 200): Answer {
  const body = Buffer.from(JSON.stringify(value))
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', etag: weakTag(body), ...headers },
    body,
  }
}

/** A refusal as the hub words it: code and message in headers, the message again as JSON. */
export function refusal(
  status: number,
  code: string | null,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return json(
    { error: message },
    { ...(code === null ? {} : { 'x-error-code': code }), 'x-error-message': message, ...headers },
    status,
  )
}

/** A relative redirect, with the hub's own body. */
export function redirect(status: number, location: string, headers: Record<string, string> = {}): Answer {
  const body = Buffer.from(`${status === 307 ? 'Temporary Redirect' : 'Found'}. Redirecting to ${location}`)
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', location, ...headers }, body }
}

/** Plain bytes. */
export function bytes(body: Uint8Array, headers: Record<string, string>): Answer {
  return { status: 200, headers: { 'content-type': 'application/octet-stream', ...headers }, body }
}

function weakTag(body: Uint8Array): string {
  return `W/"${body.byteLength.toString(16)}-${createHash('sha1').update(body).digest('base64').slice(0, 27)}"`
}
