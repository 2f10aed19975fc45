import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, json, refusal } from './answer.ts'
import { runControl } from './control.ts'
import { createFaults, type FaultMode, type FaultOptions, sendFaulty, spoil } from './faults.ts'
import type { PageSizes } from './listing.ts'
import { createOrganisation, type Organisation } from './organisation.ts'
import { createQuotas, type QuotaSetting } from './quotas.ts'
import { answer } from './routes.ts'

export interface HubDoubleOptions {
  /** A free one when left out. */
  port?: number
  org?: string
  /** Dates of commits made without one; the machine's time when left out. */
  now?: () => Date
  /** Fills the organisation at start and after `reset`. */
  seed?: (org: Organisation) => void
}

export interface SeenRequest {
  method: string
  /** With the query. */
  path: string
  headers: Record<string, string>
  /** Null where the connection was cut instead. */
  status: number | null
}

export interface HubDouble {
  /** What `HF_ENDPOINT` is set to. */
  url: string
  org: Organisation
  /** Every request but those to `/__double`, oldest first. */
  requests: SeenRequest[]
  fail(mode: FaultMode, options?: FaultOptions): void
  heal(): void
  /** Delays every answer, so that something can happen meanwhile. */
  setLatency(milliseconds: number): void
  setPageSizes(sizes: Partial<PageSizes>): void
  setQuota(bucket: 'api' | 'resolvers', setting: QuotaSetting): void
  /** Back to the seed, without faults, latency or recorded requests. */
  reset(): void
  close(): Promise<void>
}

const PAGE_SIZES: PageSizes = { models: 1000, tree: 1000, commits: 1000 }

/** Starts a hub that can be told what to publish and how to fail, here or over HTTP at `/__double`. */
export async function startHubDouble(options: HubDoubleOptions = {}): Promise<HubDouble> {
  const org = createOrganisation(options.org ?? 'Qwen', options.now ?? (() => new Date()))
  const faults = createFaults()
  const quotas = createQuotas()
  const requests: SeenRequest[] = []
  const sizes = { ...PAGE_SIZES }
  let latency = 0
  options.seed?.(org)

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, refusal(500, null, `The double broke: ${error}`), request.method)
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${portOf(server.address())}`

  const double: HubDouble = {
    url,
    org,
    requests,
    fail: faults.fail,
    heal: faults.heal,
    setLatency(milliseconds) {
      latency = milliseconds
    },
    setPageSizes(changed) {
      Object.assign(sizes, changed)
    },
    setQuota: quotas.set,
    reset() {
      org.clear()
      options.seed?.(org)
      faults.heal()
      quotas.reset()
      requests.length = 0
      Object.assign(sizes, PAGE_SIZES)
      latency = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Next pages are named as the client names the hub, be it `localhost` or an address.
    const target = new URL(request.url ?? '/', `http://${request.headers.host ?? new URL(url).host}`)
    const method = request.method ?? 'GET'
    if (target.pathname.startsWith('/__double/')) {
      const { status, value } = await runControl(double, faults, request, target.pathname.slice('/__double/'.length))
      return send(response, json(value, {}, status), method)
    }
    const path = target.pathname + target.search
    const seen: SeenRequest = { method, path, headers: plainHeaders(request), status: null }
    requests.push(seen)
    if (latency > 0) await pause(latency)
    const fault = faults.meet(`${method} ${path}`)
    if (fault?.mode === 'slow') await pause(fault.delayMs ?? 60_000, undefined, { ref: false })
    const { isOver, headers: quotaHeaders } = quotas.take(target.pathname)
    const plain = isOver
      ? refusal(429, null, 'Too Many Requests')
      : conditional(answer(org, sizes, { url: target, authorization: request.headers.authorization }), request)
    const spoilt = fault ? spoil(fault, plain) : plain
    const full = {
      ...spoilt,
      headers: { 'x-request-id': `double-${requests.length}`, ...quotaHeaders, ...spoilt.headers },
    }
    if (fault?.mode !== 'down' && fault?.mode !== 'reset') seen.status = full.status
    if (fault) sendFaulty(fault, full, response)
    else send(response, full, method)
  }

  return double
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The double does not listen on a port.')
  return address.port
}

function conditional(plain: Answer, request: IncomingMessage): Answer {
  const { etag } = plain.headers
  if (plain.status !== 200 || etag === undefined || request.headers['if-none-match'] !== etag) return plain
  return { status: 304, headers: { etag }, body: new Uint8Array() }
}

function send(response: ServerResponse, { status, headers, body }: Answer, method: string | undefined): void {
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': String(body.byteLength) })
  response.end(method === 'HEAD' ? undefined : body)
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]))
}
