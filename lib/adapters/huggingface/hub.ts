import { createHash, type Hash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AddressRule } from '#lib/adapters/outbound/address.ts'
import { createOutboundGuard, type OutboundGuard } from '#lib/adapters/outbound/guard.ts'
import type { Clock } from '#lib/shared/clock.ts'
import {
  type HubAnswer,
  type HubClient,
  type HubCommit,
  HubError,
  type HubEvidence,
  type HubFile,
} from '#lib/upstream/hub-client.ts'
import { hubAddresses } from './addresses.ts'
import { checkFile } from './file-check.ts'
import { parseJson } from './json.ts'
import { nextLink } from './next-link.ts'
import { processRateLimits, type RateLimits } from './rate-limits.ts'
import type { Operation } from './refusal.ts'
import { readCommits, readModel, readModels, readTree } from './shapes.ts'
import { ask, type Received, type TransportOptions } from './transport.ts'

export interface HuggingFaceHubOptions {
  /** Base address, e.g. `https://huggingface.co`; a path before `/api` is kept. */
  endpoint: string
  token?: string | null
  clock: Clock
  fetcher?: OutboundGuard
  limits?: RateLimits
  sleep?: (milliseconds: number) => Promise<void>
  /** `configured` unless the endpoint was registered by an administrator. */
  rule?: AddressRule
  maxWaitSeconds?: number
  deadlineMs?: number
  headersTimeoutMs?: number
  maxJsonBytes?: number
}

/** Enough for two hundred thousand files; a tree that goes on is a server that does not end. */
const MOST_PAGES = 200

/** Watches a hub that speaks the Hugging Face read API. */
export function createHuggingFaceHub(options: HuggingFaceHubOptions): HubClient {
  const addresses = hubAddresses(options.endpoint)
  const maxJsonBytes = options.maxJsonBytes ?? 16_000_000
  const transport: TransportOptions = {
    origin: addresses.origin,
    token: options.token || null,
    rule: options.rule ?? { addressClass: 'configured' },
    clock: options.clock,
    fetcher: options.fetcher ?? createOutboundGuard(),
    limits: options.limits ?? processRateLimits,
    sleep: options.sleep ?? ((milliseconds) => pause(milliseconds)),
    // A little more than the hub's five-minute window, so that a long first look gets through on patience alone.
    maxWaitSeconds: options.maxWaitSeconds ?? 310,
    deadlineMs: options.deadlineMs ?? 60_000,
    headersTimeoutMs: options.headersTimeoutMs ?? 20_000,
  }

  function evidenceOf(received: Received, cost: { requests: number }, bodies?: Hash): HubEvidence {
    const { headers, bytes, status } = received
    const hash = bodies ?? (bytes.byteLength > 0 ? createHash('sha256').update(bytes) : null)
    return {
      url: received.hubUrl.href,
      status,
      at: options.clock.now(),
      etag: headers.get('etag') ?? null,
      bodySha256: hash?.digest('hex') ?? null,
      requestId: headers.get('x-request-id') ?? null,
      requests: cost.requests,
    }
  }

  /** One JSON document; `read` turns it into a value. */
  async function one<T>(
    url: URL,
    operation: Operation,
    read: (value: unknown, received: Received) => T,
    etag?: string,
  ): Promise<HubAnswer<T>> {
    const cost = { requests: 0 }
    const received = await ask(transport, { url, operation, maxBytes: maxJsonBytes, etag, cost })
    if (received.status === 304) return { notModified: true, evidence: evidenceOf(received, cost) }
    const value = priced(cost, () => read(parseJson(received.bytes, url.href), received))
    return { notModified: false, value, evidence: evidenceOf(received, cost) }
  }

  /** Pages until the last one or until `isEnough`; the evidence hashes their bodies in the order they came. */
  async function all<T>(
    first: URL,
    operation: Operation,
    read: (value: unknown, url: string) => T[],
    isEnough: (found: T[]) => boolean,
  ): Promise<HubAnswer<T[]>> {
    const cost = { requests: 0 }
    const bodies = createHash('sha256')
    const found: T[] = []
    let url = first
    for (let page = 1; page <= MOST_PAGES; page++) {
      const received = await ask(transport, { url, operation, maxBytes: maxJsonBytes, cost })
      bodies.update(received.bytes)
      const next = priced(cost, () => {
        found.push(...read(parseJson(received.bytes, url.href), url.href))
        return nextLink(received.headers.get('link'), received.hubUrl)
      })
      if (next === null || isEnough(found)) {
        const evidence = evidenceOf(received, cost, bodies)
        return {
          notModified: false,
          value: found,
          evidence: page === 1 ? evidence : { ...evidence, url: first.href, etag: null },
        }
      }
      url = next
    }
    throw new HubError('too_large', `The hub's list has more than ${MOST_PAGES} pages.`, { url: first.href, ...cost })
  }

  return {
    async listModels(owner, page) {
      return one(addresses.list(owner, page), 'list', (value, received) => {
        const next = nextLink(received.headers.get('link'), received.hubUrl)
        return { ...readModels(value, received.hubUrl.href), next: next && next.pathname + next.search }
      })
    },

    async getModel(name, validators) {
      const url = addresses.model(name)
      return one(url, 'model', (value) => readModel(value, name, url.href), validators?.etag)
    },

    async getRevision(name, revision) {
      const url = addresses.revision(name, revision)
      return one(url, 'revision', (value) => readModel(value, name, url.href))
    },

    async getTree(name, commit) {
      return all<HubFile>(addresses.tree(name, commit), 'tree', readTree, () => false)
    },

    async listCommits(name, { until, limit }) {
      const hasEnd = (found: HubCommit[]) => found.length >= limit || found.some((commit) => commit.id === until)
      const answer = await all<HubCommit>(addresses.commits(name, Math.min(limit, 100)), 'commits', readCommits, hasEnd)
      if (answer.notModified) return answer
      const end = answer.value.findIndex((commit) => commit.id === until)
      return { ...answer, value: answer.value.slice(0, end === -1 ? limit : Math.min(end, limit)) }
    },

    async getFile(name, commit, path, maxBytes) {
      const cost = { requests: 0 }
      const url = addresses.file(name, commit, path)
      const received = await ask(transport, { url, operation: 'file', maxBytes, cost })
      priced(cost, () => checkFile(received, commit, url.href))
      const evidence = evidenceOf(received, cost)
      return { notModified: false, value: { bytes: received.bytes, commit: received.repoCommit }, evidence }
    },
  }
}

/** Reading is done after asking: an error it throws still says what the asking cost. */
function priced<T>(cost: { requests: number }, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    const { kind, message, url, status, retryAfter, cause } = error
    throw new HubError(kind, message, { url, status, retryAfter, cause, requests: cost.requests })
  }
}
