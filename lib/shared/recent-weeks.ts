import { type IsoWeek, isoWeekOf, previousIsoWeek } from './iso-week.ts'

/** The ISO weeks up to now, newest first; from the one an instant falls in, or so many at most. */
export function recentWeeks(since: Date | null, now: Date, most: number): IsoWeek[] {
  const first = since === null ? isoWeekOf(now) : isoWeekOf(since)
  const weeks: IsoWeek[] = []
  for (let week = isoWeekOf(now); week >= first && weeks.length < most; week = previousIsoWeek(week)) weeks.push(week)
  return weeks
}
