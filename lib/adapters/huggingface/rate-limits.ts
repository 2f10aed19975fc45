/** What a hub said is left, by hub and bucket. One instance serves a whole process, since the hub counts per address. */
export interface RateLimits {
  /** Whole seconds until the bucket has requests again; 0 when it has some, or nothing is known. */
  secondsToWait(origin: string, bucket: string, now: Date): number
  /** Counts a request that is about to be sent, so that parallel looks do not both take the last one. */
  spend(origin: string, bucket: string): void
  /** Takes in a `RateLimit` header, e.g. `"api";r=497;t=166`. */
  observe(origin: string, header: string | null, now: Date): void
  /** Forgets a bucket whose wait was served. */
  forget(origin: string, bucket: string): void
}

interface Quota {
  remaining: number
  resetAt: number
}

/** Which of the hub's buckets a path is counted in. */
export function bucketOf(pathname: string): string {
  return pathname.includes('/resolve/') ? 'resolvers' : 'api'
}

/** Reads every bucket of a `RateLimit` header; what cannot be read is left out. */
export function parseRateLimit(header: string): { bucket: string; remaining: number; resetSeconds: number }[] {
  return header.split(',').flatMap((member) => {
    const bucket = /^\s*"([^"]+)"/.exec(member)?.[1]
    const remaining = /;\s*r=(\d{1,9})(?=\s*(?:;|$))/.exec(member)?.[1]
    const reset = /;\s*t=(\d{1,9})(?=\s*(?:;|$))/.exec(member)?.[1]
    if (bucket === undefined || remaining === undefined || reset === undefined) return []
    return [{ bucket, remaining: Number(remaining), resetSeconds: Number(reset) }]
  })
}

/** Starts with nothing known, so nothing waits until a hub has spoken. */
export function createRateLimits(): RateLimits {
  const quotas = new Map<string, Quota>()
  const keyOf = (origin: string, bucket: string) => `${origin} ${bucket}`
  return {
    secondsToWait(origin, bucket, now) {
      const quota = quotas.get(keyOf(origin, bucket))
      if (!quota || quota.remaining > 0 || now.getTime() >= quota.resetAt) return 0
      // One second more than said: the hub's seconds are rounded.
      return Math.ceil((quota.resetAt - now.getTime()) / 1000) + 1
    },
    spend(origin, bucket) {
      const quota = quotas.get(keyOf(origin, bucket))
      if (quota) quota.remaining = Math.max(0, quota.remaining - 1)
    },
    observe(origin, header, now) {
      for (const { bucket, remaining, resetSeconds } of parseRateLimit(header ?? '')) {
        quotas.set(keyOf(origin, bucket), { remaining, resetAt: now.getTime() + resetSeconds * 1000 })
      }
    },
    forget(origin, bucket) {
      quotas.delete(keyOf(origin, bucket))
    },
  }
}

/** The buckets this process shares among all its hub clients. */
export const processRateLimits: RateLimits = createRateLimits()
