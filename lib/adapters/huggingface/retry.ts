/** Most times one exchange is tried, the first time included. */
export const MOST_TRIES = 3

/** Whether the same request may succeed a little later. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599)
}

/** Seconds before try number `tried + 1` when the hub did not say: 1, 2, 4 … up to 8. */
export function backoffSeconds(tried: number): number {
  return Math.min(8, 2 ** (tried - 1))
}

/** Reads `Retry-After`, seconds or an HTTP date; null where it is absent or neither. */
export function parseRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const at = /^[A-Za-z]{3}, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
