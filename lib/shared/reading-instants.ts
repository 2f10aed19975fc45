import { isoWeekBounds, isoWeekOf, previousIsoWeek } from './iso-week.ts'

const DAY = 86_400_000
const YOUNG = 28 * DAY
const LEAST_DAYS = 7
const MOST_WEEKS = 52

/**
 * The instants at which a curve is read, oldest first and `now` last: ends of days (UTC) while the record is younger than four
 * weeks, ends of ISO weeks after that. `since` is when the record began; null where there is none yet.
 */
export function readingInstants(since: Date | null, now: Date): Date[] {
  const age = since === null ? 0 : now.getTime() - since.getTime()
  return [...(age < YOUNG ? dayEnds(now, Math.ceil(age / DAY)) : weekEnds(now, Math.ceil(age / (7 * DAY)))), now]
}

function dayEnds(now: Date, days: number): Date[] {
  const today = Math.floor(now.getTime() / DAY) * DAY
  const count = Math.max(LEAST_DAYS, days)
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * DAY))
}

function weekEnds(now: Date, weeks: number): Date[] {
  const ends: Date[] = []
  for (let week = isoWeekOf(now); ends.length < Math.min(MOST_WEEKS, weeks); week = previousIsoWeek(week))
    ends.unshift(isoWeekBounds(week).from)
  return ends
}
