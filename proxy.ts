import { type NextRequest, NextResponse } from 'next/server'

const isDevelopment = process.env['NODE_ENV'] === 'development'

/** Gives every page a content security policy with a nonce of its own, and tells pages their address. */
export function proxy(request: NextRequest): NextResponse {
  if (!isReadable(request.nextUrl.pathname)) return unreadable()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // The development server's own overlay writes style elements without a nonce.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Charts and unstyled parts set sizes by attribute; without this they come out thousands of pixels high.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${signInOrigin()}`,
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-weighbridge-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-content-type-options', 'nosniff')
  return response
}

/** Whether an address is UTF-8 behind its percent signs; no page and no handler is ever asked for one that is not. */
function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== null
  } catch {
    return false
  }
}

function unreadable(): NextResponse {
  const error = {
    field: '',
    rule: 'address.malformed',
    message: 'The address is not UTF-8 behind its percent signs.',
    remedy: 'Write the address as it was given, each character in UTF-8.',
  }
  return NextResponse.json(
    {
      type: 'urn:weighbridge:problem:malformed',
      title: 'The address could not be read.',
      status: 400,
      errors: [error],
    },
    { status: 400, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  )
}

/** Before scripts have loaded, a form that is answered with a redirect to the identity provider needs leave to follow it. */
function signInOrigin(): string {
  const issuer = process.env['AUTH_OIDC_ISSUER'] ?? ''
  return URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : ''
}

// Whatever comes through here is held whole up to 10 MB and cut off there: texts that are identified as a stream go past it.
export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|api/v1/licence-texts/identify).*)'] }
