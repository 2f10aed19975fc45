import { isIP } from 'node:net'
import { Agent, errors, request as undiciRequest } from 'undici'
import packageFile from '#package.json' with { type: 'json' }
import { type AddressRule, classifyAddress, isAddressAllowed } from './address.ts'
import { decodeBody, readCapped, tooLarge } from './body.ts'
import { checkedLookup, type Resolve, refusedAddress, resolveWithSystem } from './checked-lookup.ts'
import { OutboundError } from './outbound-error.ts'

export interface OutboundRequest extends AddressRule {
  url: URL
  method?: 'GET' | 'HEAD'
  headers?: Record<string, string>
  /** Most bytes of body, encoded or decoded. */
  maxBytes: number
  /** From the first packet to the last byte of body, however steadily it drips. */
  deadlineMs: number
  /** Until the headers have come; never longer than the deadline. */
  headersTimeoutMs: number
}

export interface OutboundAnswer {
  status: number
  /** Names in lower case; repeated fields joined by a comma. */
  headers: ReadonlyMap<string, string>
  /** The body with its content coding undone. */
  bytes: Uint8Array
}

/** One HTTP exchange at a time: a redirect is an answer like any other, so whoever follows it must ask, and be checked, again. */
export interface OutboundGuard {
  send(request: OutboundRequest): Promise<OutboundAnswer>
  close(): Promise<void>
}

export const USER_AGENT = `weighbridge/${packageFile.version} (+self-hosted model governance)`

/** Opens the one way out: every connection goes to an address that was checked for the class of whoever named it. */
export function createOutboundGuard(options: { resolve?: Resolve; connectTimeoutMs?: number } = {}): OutboundGuard {
  const resolve = options.resolve ?? resolveWithSystem
  const agents = new Map<string, Agent>()

  // A kept-alive connection was checked under one rule and must not serve another.
  function agentFor(rule: AddressRule): Agent {
    const key = `${rule.addressClass} ${rule.allowPrivate === true}`
    const known = agents.get(key)
    if (known) return known
    const agent = new Agent({
      allowH2: false,
      connect: { lookup: checkedLookup(resolve, rule), timeout: options.connectTimeoutMs ?? 10_000 },
    })
    agents.set(key, agent)
    return agent
  }

  return {
    send: (request) => exchange(request, agentFor(request)),
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()))
      agents.clear()
    },
  }
}

async function exchange(request: OutboundRequest, agent: Agent): Promise<OutboundAnswer> {
  checkUrl(request.url, request)
  const signal = AbortSignal.timeout(request.deadlineMs)
  try {
    const answer = await undiciRequest(request.url, {
      dispatcher: agent,
      method: request.method ?? 'GET',
      headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...request.headers },
      headersTimeout: Math.min(request.headersTimeoutMs, request.deadlineMs),
      bodyTimeout: request.deadlineMs,
      signal,
    })
    const headers = new Map<string, string>()
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) headers.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value)
    }
    if (request.method !== 'HEAD' && Number(headers.get('content-length')) > request.maxBytes) {
      answer.body.on('error', () => undefined).destroy()
      throw tooLarge(request.maxBytes)
    }
    const received = await readCapped(answer.body, request.maxBytes)
    const bytes = await decodeBody(received, headers.get('content-encoding') ?? null, request.maxBytes)
    return { status: answer.statusCode, headers, bytes }
  } catch (error) {
    throw outboundErrorFrom(error, signal)
  }
}

/** A literal address never reaches the lookup, so it is checked here. */
function checkUrl(url: URL, rule: AddressRule): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new OutboundError('refused_address', `Only http and https are spoken, not ${url.protocol.slice(0, -1)}.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutboundError('refused_address', 'An address may not carry a user name or password.')
  }
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) === 0) return
  const kind = classifyAddress(literal)
  if (!isAddressAllowed(kind, rule)) throw refusedAddress(url.hostname, kind)
}

function outboundErrorFrom(error: unknown, deadline: AbortSignal): OutboundError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OutboundError) return cause
  }
  const isTimeout = error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError
  if (isTimeout || deadline.aborted) {
    return new OutboundError('timeout', 'The answer did not come in time.', { cause: error })
  }
  return new OutboundError('unreachable', `No connection could be kept: ${briefly(error)}`, { cause: error })
}

function briefly(error: unknown): string {
  if (error instanceof AggregateError) return briefly(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
