import type { AddressRule } from '#lib/adapters/outbound/address.ts'
import { tooLarge } from '#lib/adapters/outbound/body.ts'
import type { OutboundAnswer, OutboundGuard } from '#lib/adapters/outbound/guard.ts'
import { OutboundError } from '#lib/adapters/outbound/outbound-error.ts'
import type { Clock } from '#lib/shared/clock.ts'
import { HubError } from '#lib/upstream/hub-client.ts'
import { bucketOf, type RateLimits } from './rate-limits.ts'
import { isRedirect, redirectTarget, ruleFor } from './redirect.ts'
import { type Operation, refusalOf } from './refusal.ts'
import { backoffSeconds, isPassing, MOST_TRIES, parseRetryAfter } from './retry.ts'

export interface TransportOptions {
  origin: string
  token: string | null
  rule: AddressRule
  clock: Clock
  fetcher: OutboundGuard
  limits: RateLimits
  sleep: (milliseconds: number) => Promise<void>
  /** Longest the hub's own wishes are waited for; beyond it the look ends as `rate_limited`. */
  maxWaitSeconds: number
  deadlineMs: number
  headersTimeoutMs: number
}

export interface Ask {
  url: URL
  operation: Operation
  maxBytes: number
  etag?: string | undefined
  /** Counted up by one for every request sent, over all exchanges of a call. */
  cost: { requests: number }
}

export interface Received extends OutboundAnswer {
  /** Where on the hub the answer came from, renames followed; signed addresses of other hosts are not kept. */
  hubUrl: URL
  /** `X-Repo-Commit` of the first hub answer that gave one: what storage behind the hub says of itself is not believed. */
  repoCommit: string | null
  /** `X-Linked-ETag` of the same answer: the hash of the bytes, however many hosts they come through. */
  linkedEtag: string | null
}

/** Sends one question until it is answered with 2xx or 304; everything else leaves as a `HubError`. */
export async function ask(options: TransportOptions, question: Ask): Promise<Received> {
  for (let tried = 1; ; tried++) {
    const received = await exchange(options, question).catch((error: unknown) => {
      if (!(error instanceof OutboundError)) throw error
      // A time-out has used all the patience there was; a lost connection has used none.
      if (error.kind === 'unreachable' && tried < MOST_TRIES) return null
      throw hubErrorFrom(error, question)
    })
    if (received === null) {
      await options.sleep(backoffSeconds(tried) * 1000)
      continue
    }
    if (received.status === 304 || (received.status >= 200 && received.status < 300)) {
      if (received.bytes.byteLength > question.maxBytes) throw hubErrorFrom(tooLarge(question.maxBytes), question)
      return received
    }
    const asked = secondsAsked(options, received)
    const refusal = refusalOf({
      ...received,
      url: question.url.href,
      operation: question.operation,
      hasToken: options.token !== null,
      retryAfter: asked,
      requests: question.cost.requests,
    })
    const wait = asked ?? backoffSeconds(tried)
    if (!isPassing(received.status) || tried >= MOST_TRIES || wait > options.maxWaitSeconds) throw refusal
    await options.sleep(wait * 1000)
    options.limits.forget(options.origin, bucketOf(received.hubUrl.pathname))
  }
}

/** One request and the redirects it leads through. */
async function exchange(options: TransportOptions, question: Ask): Promise<Received> {
  let url = question.url
  let hubUrl = url
  let repoCommit: string | null = null
  let linkedEtag: string | null = null
  for (let hop = 0; hop <= 5; hop++) {
    const answer = await sendHop(options, question, url)
    if (url.origin === options.origin) {
      hubUrl = url
      repoCommit ??= answer.headers.get('x-repo-commit') ?? null
      linkedEtag ??= answer.headers.get('x-linked-etag') ?? null
    }
    if (!isRedirect(answer.status)) return { ...answer, hubUrl, repoCommit, linkedEtag }
    url = redirectTarget(answer, url, {
      origin: options.origin,
      mayLeave: question.operation === 'file',
      requests: question.cost.requests,
    })
  }
  throw new HubError('unexpected_status', 'The hub redirects in circles.', {
    url: question.url.href,
    requests: question.cost.requests,
  })
}

async function sendHop(options: TransportOptions, question: Ask, url: URL): Promise<OutboundAnswer> {
  const isHub = url.origin === options.origin
  const bucket = bucketOf(url.pathname)
  if (isHub) await takeFromQuota(options, question, bucket)
  const headers: Record<string, string> = { accept: question.operation === 'file' ? '*/*' : 'application/json' }
  if (isHub && options.token !== null) headers.authorization = `Bearer ${options.token}`
  if (question.etag !== undefined) headers['if-none-match'] = question.etag
  question.cost.requests += 1
  const answer = await options.fetcher.send({
    url,
    headers,
    // A refusal explains itself in a few words, which may be more than a small file is allowed to be.
    maxBytes: Math.max(question.maxBytes, 65_536),
    deadlineMs: options.deadlineMs,
    headersTimeoutMs: options.headersTimeoutMs,
    ...ruleFor(url, options.origin, options.rule),
  })
  if (isHub) options.limits.observe(options.origin, answer.headers.get('ratelimit') ?? null, options.clock.now())
  return answer
}

async function takeFromQuota(options: TransportOptions, question: Ask, bucket: string): Promise<void> {
  const seconds = options.limits.secondsToWait(options.origin, bucket, options.clock.now())
  if (seconds === 0) {
    // In the same breath as the look at it: two questions at once must not both see the last one free.
    options.limits.spend(options.origin, bucket)
    return
  }
  if (seconds > options.maxWaitSeconds) {
    throw new HubError('rate_limited', `The hub has nothing left for us for ${seconds} seconds.`, {
      url: question.url.href,
      retryAfter: seconds,
      requests: question.cost.requests,
    })
  }
  await options.sleep(seconds * 1000)
  options.limits.forget(options.origin, bucket)
}

/** Seconds the hub itself asks to wait; an empty bucket weighs more than `Retry-After`, as in the hub's own client. */
function secondsAsked({ limits, origin, clock }: TransportOptions, received: Received): number | null {
  if (!isPassing(received.status)) return null
  const empty = limits.secondsToWait(origin, bucketOf(received.hubUrl.pathname), clock.now())
  return empty > 0 ? empty : parseRetryAfter(received.headers.get('retry-after') ?? null, clock.now())
}

function hubErrorFrom(error: OutboundError, question: Ask): HubError {
  const kind = error.kind === 'unreadable' ? 'wrong_shape' : error.kind
  return new HubError(kind, error.message, { url: question.url.href, requests: question.cost.requests, cause: error })
}
