import { createHash } from 'node:crypto'
import type { Tx } from '#lib/db/client.ts'
import type { HubError } from '../hub-client.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

/** After this many failures in a row the hub is taken to be down: the rest of the look would only add to its trouble. */
const PATIENCE = 3

/** What one look cost and came to, kept while it runs. */
export class LookLedger {
  readonly totals = { requests: 0, pages: 0, listed: 0, read: 0, changes: 0 }
  /** The list was read to its end. */
  isListed = false
  /** The look was given up. */
  isBroken = false
  reason: string | null = null
  message: string | null = null
  readonly #seen = new Set<string>()
  readonly #ctx: UpstreamCtx
  readonly #lookId: string
  #failures = 0
  #issues = 0

  constructor(ctx: UpstreamCtx, lookId: string) {
    this.#ctx = ctx
    this.#lookId = lookId
  }

  /** Complete, or how far it came. */
  get outcome(): 'complete' | 'partial' | 'failed' {
    if (!this.isListed) return 'failed'
    return this.isBroken || this.#issues > 0 ? 'partial' : 'complete'
  }

  /** Notes a thing that could not be seen. */
  async note(thing: string, error: Pick<HubError, 'kind' | 'message' | 'url' | 'requests'>): Promise<void> {
    this.totals.requests += error.requests
    this.#issues++
    this.reason ??= error.kind
    this.message ??= error.message
    await this.#ctx.db.lookIssue.create({
      data: {
        lookId: this.#lookId,
        thing,
        kind: error.kind,
        message: error.message.slice(0, 500),
        url: error.url,
        at: this.#ctx.clock.now(),
      },
    })
  }

  /** Notes a repository's failure and gives the look up when failures pile up or the hub asks for quiet. */
  async fail(thing: string, error: HubError): Promise<void> {
    await this.note(thing, error)
    this.#failures++
    if (this.#failures >= PATIENCE || error.kind === 'rate_limited') this.break(error)
  }

  /** Gives the look up. */
  break(error: HubError): void {
    this.isBroken = true
    this.reason = error.kind
    this.message = error.message
  }

  /** Counts a repository as seen by this look. */
  see(repositoryId: string): void {
    this.#failures = 0
    this.#seen.add(repositoryId)
  }

  /** Tells the page that watches how far the look is. */
  async progress(phase: 'listing' | 'reading' | 'missing', done: number, total: number | null): Promise<void> {
    await this.#ctx.db.lookProgress.update({
      where: { lookId: this.#lookId },
      data: { phase, done, total, updatedAt: this.#ctx.clock.now() },
    })
  }

  /** Keeps the set of repositories seen, once per distinct set, and answers its hash. */
  async keepSeenSet(tx: Tx): Promise<string> {
    const members = [...this.#seen].sort()
    const hash = createHash('sha256').update(members.join('\n')).digest('hex')
    await tx.seenSet.createMany({ data: [{ hash, members, recordedAt: this.#ctx.clock.now() }], skipDuplicates: true })
    return hash
  }
}
