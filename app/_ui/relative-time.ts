const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A calendar day in UTC, such as `3 Nov 2026`. */
export function formatDay(at: Date): string {
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** A month in UTC, such as `Nov 2026`, where no day is known. */
export function formatMonth(at: Date): string {
  return `${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** The exact instant in UTC to the second, such as `3 Nov 2026 09:14:05 UTC`. */
export function formatInstant(at: Date): string {
  return `${formatDay(at)} ${at.toISOString().slice(11, 19)} UTC`
}

/** How far an instant lies from `now`, such as `3 h ago` or `in 2 d`; beyond 30 days the day itself. */
export function relativeTime(at: Date, now: Date): string {
  const distance = now.getTime() - at.getTime()
  const size = Math.abs(distance)
  if (size < MINUTE) return 'just now'
  if (size >= 30 * DAY) return formatDay(at)
  const amount =
    size < HOUR
      ? `${Math.floor(size / MINUTE)} min`
      : size < DAY
        ? `${Math.floor(size / HOUR)} h`
        : `${Math.floor(size / DAY)} d`
  return distance > 0 ? `${amount} ago` : `in ${amount}`
}
