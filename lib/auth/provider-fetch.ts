const DEADLINE_MS = 10_000
const MAX_BYTES = 1_048_576
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304])

/**
 * Talks to the identity provider and to nobody it redirects to: with a deadline, a cap on what is read, and over https unless
 * the issuer itself is named with http. Proof of who sent an ID token rests on that connection.
 */
export function providerFetch(issuer: string): typeof fetch {
  const isHttpAllowed = issuer.startsWith('http:')
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.protocol !== 'https:' && !(isHttpAllowed && url.protocol === 'http:'))
      throw new TypeError(`The identity provider names an address without https: ${url.origin}`)
    const answer = await fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(DEADLINE_MS) })
    const body = WITHOUT_BODY.has(answer.status) ? null : await readCapped(answer)
    return new Response(body, { status: answer.status, headers: answer.headers })
  }
}

async function readCapped(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.byteLength
    if (size > MAX_BYTES) throw new TypeError(`The identity provider answered with more than ${MAX_BYTES} bytes.`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts, size))
}
