import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

export interface IdentityProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Paths asked of it so far, without queries. */
  readonly asked: string[]
  /** What it says of each subject; a subject it has never heard of cannot sign in. */
  readonly people: Map<string, Record<string, unknown>>
  close(): Promise<void>
}

/** Starts a certified OpenID provider on a free port, with one client that must use PKCE, and people a test writes down. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const people = new Map<string, Record<string, unknown>>()
  const asked: string[] = []
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => {
    asked.push((request.url ?? '').replace(/\?.*/, ''))
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The identity provider listens on no port.')
  const issuer = `http://127.0.0.1:${address.port}`
  const client = { clientId: 'weighbridge', clientSecret: 'a secret of the client, for this test' }
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount(_, id) {
      const said = people.get(id)
      return said && { accountId: id, claims: () => ({ ...said, sub: id }) }
    },
    cookies: { keys: ['the keys of a provider in a test'] },
    pkce: { required: () => true },
  })
  answer = provider.callback()
  return {
    issuer,
    ...client,
    asked,
    people,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * Does what a person with a browser does at the provider: opens the address, signs in as that subject, agrees, and returns
 * the address the provider sends them back to. `abort` presses Cancel instead.
 */
export async function signInAtProvider(authorization: string, subject: string, abort = false): Promise<URL> {
  const jar = new Map<string, string>()
  const { origin } = new URL(authorization)
  let at = new URL(authorization)
  let body: URLSearchParams | null = null
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(at, {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined && value !== undefined) jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location !== null) {
      at = new URL(location, at)
      body = null
      if (at.origin !== origin) return at
      continue
    }
    const page = await answer.text()
    const form = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (form === undefined || prompt === undefined) throw new Error(`The provider shows ${answer.status}: ${page}`)
    if (abort) {
      at = new URL(/href="([^"]+\/abort)"/.exec(page)?.[1] ?? '', at)
      body = null
      continue
    }
    at = new URL(form, at)
    body = new URLSearchParams(prompt === 'login' ? { prompt, login: subject, password: 'any' } : { prompt })
  }
  throw new Error('The provider never sent the person back.')
}
