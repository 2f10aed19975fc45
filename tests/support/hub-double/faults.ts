import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'

/** `status-NNN` answers with that status; the others are what hubs, proxies and networks do to a client. */
export type FaultMode =
  | `status-${number}`
  | 'html'
  | 'truncated'
  | 'wrong-types'
  | 'wrong-shape'
  | 'endless'
  | 'redirect-private'
  | 'foreign-link'
  | 'slow'
  | 'drip'
  | 'reset'
  | 'down'

export interface FaultOptions {
  /** How many requests fail; all until `heal` when left out. */
  times?: number
  /** How many matching requests pass first. */
  after?: number
  /** Only requests whose method and path (with query) contain this. */
  match?: string
  /** `Retry-After` in seconds, for statuses. */
  retryAfter?: number
  /** How long `slow` waits before it answers; 60 s when left out. */
  delayMs?: number
}

export interface Fault extends FaultOptions {
  mode: FaultMode
}

/** The faults in force, first set first asked. */
export interface Faults {
  fail(mode: FaultMode, options?: FaultOptions): void
  heal(): void
  /** The fault this request meets, counted. */
  meet(methodAndPath: string): Fault | undefined
  all(): Fault[]
}

/** Whether a text from outside names a mode. */
export function isFaultMode(text: string): text is FaultMode {
  const named = ['html', 'truncated', 'wrong-types', 'wrong-shape', 'endless', 'redirect-private', 'foreign-link']
  return /^status-[1-5]\d\d$/.test(text) || [...named, 'slow', 'drip', 'reset', 'down'].includes(text)
}

/** Starts without faults. */
export function createFaults(): Faults {
  let faults: Fault[] = []
  return {
    fail(mode, options = {}) {
      faults.push({ ...options, mode })
    },
    heal() {
      faults = []
    },
    meet(methodAndPath) {
      const met = faults.find((fault) => fault.match === undefined || methodAndPath.includes(fault.match))
      if (!met) return undefined
      if (met.after !== undefined && met.after > 0) {
        met.after -= 1
        return undefined
      }
      if (met.times !== undefined) {
        met.times -= 1
        if (met.times <= 0) faults = faults.filter((fault) => fault !== met)
      }
      return met
    },
    all: () => faults,
  }
}

/** What a faulty hub sends instead of its answer; the answer itself where the fault lies in how it is sent. */
export function spoil(fault: Fault, answer: Answer): Answer {
  const status = /^status-(\d+)$/.exec(fault.mode)?.[1]
  if (status !== undefined) {
    const headers: Record<string, string> = { 'content-type': 'text/plain' }
    if (fault.retryAfter !== undefined) headers['retry-after'] = String(fault.retryAfter)
    return { status: Number(status), headers, body: Buffer.from('The double fails as it was told to.') }
  }
  switch (fault.mode) {
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: Buffer.from('<!doctype html><title>Sign in to the network</title>'),
      }
    case 'truncated':
      return { ...answer, body: answer.body.subarray(0, Math.max(1, Math.floor(answer.body.byteLength / 2))) }
    case 'wrong-types':
      if (!answer.headers['content-type']?.startsWith('application/json')) return answer
      return { ...answer, body: Buffer.from(JSON.stringify(withWrongTypes(JSON.parse(answer.body.toString())))) }
    case 'wrong-shape':
      return { ...answer, body: Buffer.from('{"models":"none"}') }
    case 'redirect-private':
      return { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' }, body: new Uint8Array() }
    case 'foreign-link':
      return {
        ...answer,
        headers: { ...answer.headers, link: '<https://hub.example/api/models?cursor=x>; rel="next"' },
      }
    default:
      return answer
  }
}

/** Sends an answer the way the fault wants it sent. */
export function sendFaulty(fault: Fault, answer: Answer, response: ServerResponse): void {
  if (fault.mode === 'down') {
    response.destroy()
    return
  }
  const { 'content-length': _, ...headers } = answer.headers
  response.writeHead(answer.status, headers)
  if (fault.mode === 'endless') sendForever(response)
  else if (fault.mode === 'drip') dripSlowly(response, answer.body)
  else if (fault.mode === 'reset') response.write(answer.body.subarray(0, 10), () => response.destroy())
  else response.end(answer.body)
}

function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return [withWrongTypes(value[0]), ...value.slice(1)]
  if (typeof value !== 'object' || value === null) return value
  return { ...value, sha: 42, tags: 'none', cardData: 'none', oid: 7, date: false }
}

/** Whole chunks as fast as they are read, until the client has had enough. */
function sendForever(response: ServerResponse): void {
  const chunk = Buffer.from(`{"_id":"0","id":"Double/Endless"},`.repeat(500))
  response.write('[')
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', more)
  more()
}

/** One byte every 20 ms: never silent, never done in time. */
function dripSlowly(response: ServerResponse, body: Uint8Array): void {
  let sent = 0
  const timer = setInterval(() => {
    if (sent < body.byteLength) response.write(body.subarray(sent, ++sent))
    else response.end()
  }, 20)
  response.on('close', () => clearInterval(timer))
}
