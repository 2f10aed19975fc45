export interface QuotaSetting {
  quota?: number
  remaining?: number
  resetSeconds?: number
}

/** Fixed windows per bucket, as the hub counts them; generous unless a test makes them small. */
export interface Quotas {
  /** Counts one request; says whether it is over the quota, with the headers either way. */
  take(pathname: string): { isOver: boolean; headers: Record<string, string> }
  set(bucket: 'api' | 'resolvers', setting: QuotaSetting): void
  reset(): void
}

interface Window {
  quota: number
  remaining: number
  endsAt: number
}

const SECONDS = 300

/** Starts full windows; they run by the machine's clock, since clients really wait for them. */
export function createQuotas(): Quotas {
  let windows = fresh()
  return {
    take(pathname) {
      const bucket = pathname.includes('/resolve/') ? 'resolvers' : 'api'
      const window = windows[bucket]
      if (Date.now() >= window.endsAt) {
        window.remaining = window.quota
        window.endsAt = Date.now() + SECONDS * 1000
      }
      const isOver = window.remaining <= 0
      window.remaining = Math.max(0, window.remaining - 1)
      const reset = Math.max(0, Math.ceil((window.endsAt - Date.now()) / 1000))
      const headers = {
        ratelimit: `"${bucket}";r=${window.remaining};t=${reset}`,
        'ratelimit-policy': `"fixed window";"${bucket}";q=${window.quota};w=${SECONDS}`,
      }
      return { isOver, headers }
    },
    set(bucket, { quota, remaining, resetSeconds }) {
      const window = windows[bucket]
      window.quota = quota ?? window.quota
      window.remaining = remaining ?? quota ?? window.remaining
      if (resetSeconds !== undefined) window.endsAt = Date.now() + resetSeconds * 1000
    },
    reset() {
      windows = fresh()
    },
  }
}

function fresh(): Record<'api' | 'resolvers', Window> {
  const full = () => ({ quota: 100_000, remaining: 100_000, endsAt: Date.now() + SECONDS * 1000 })
  return { api: full(), resolvers: full() }
}
