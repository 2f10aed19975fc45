// The package ships no types; this is what tests use of it.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface Configuration {
    clients: {
      client_id: string
      client_secret: string
      redirect_uris: string[]
      grant_types?: string[]
      response_types?: string[]
    }[]
    claims: Record<string, string[]>
    findAccount(
      ctx: unknown,
      id: string,
    ): { accountId: string; claims(): { sub: string; [claim: string]: unknown } } | undefined
    cookies: { keys: string[] }
    pkce: { required(): boolean }
    features?: Record<string, { enabled: boolean }>
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
  }
}
