/** An ISO 8601 week such as `2026-W47`. */
export type IsoWeek = string & { readonly __isoWeek: unique symbol }

const DAY = 86_400_000

function mondayOfWeekOne(year: number): number {
  const january4 = Date.UTC(year, 0, 4)
  const weekday = (new Date(january4).getUTCDay() + 6) % 7
  return january4 - weekday * DAY
}

/** Reads `YYYY-Www`; undefined when it is not a week that exists. */
export function parseIsoWeek(text: string): IsoWeek | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(text)
  if (!match) return undefined
  const week = Number(match[2])
  const year = Number(match[1])
  if (week < 1 || mondayOfWeekOne(year) + (week - 1) * 7 * DAY >= mondayOfWeekOne(year + 1)) return undefined
  return text as IsoWeek
}

/** The ISO week an instant falls in, in UTC. */
export function isoWeekOf(instant: Date): IsoWeek {
  const day = Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate())
  const year = new Date(day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY).getUTCFullYear()
  const week = Math.floor((day - mondayOfWeekOne(year)) / (7 * DAY)) + 1
  return `${year}-W${String(week).padStart(2, '0')}` as IsoWeek
}

/** Start (inclusive) and end (exclusive) of a week, Monday 00:00 UTC to the next. */
export function isoWeekBounds(week: IsoWeek): { from: Date; to: Date } {
  const from = mondayOfWeekOne(Number(week.slice(0, 4))) + (Number(week.slice(6)) - 1) * 7 * DAY
  return { from: new Date(from), to: new Date(from + 7 * DAY) }
}

/** The week before. */
export function previousIsoWeek(week: IsoWeek): IsoWeek {
  return isoWeekOf(new Date(isoWeekBounds(week).from.getTime() - DAY))
}
