import { type IsoWeek, isoWeekBounds, isoWeekOf } from '#lib/shared/iso-week.ts'
import type { Refusal } from '#lib/shared/outcome.ts'

/**
 * How a week stands for a report: `future` is refused, `running` gives a draft that is never stored, a finished one is
 * published, also `before-first-look`, where it can only say that nothing was watched.
 */
export type WeekState = 'future' | 'running' | 'before-first-look' | 'finished'

/**
 * How a week stands at an instant. `firstLookAt` is the end of the first complete look at any source, null before it.
 */
export function weekState(week: IsoWeek, now: Date, firstLookAt: Date | null): WeekState {
  const { from, to } = isoWeekBounds(week)
  if (now < from) return 'future'
  if (now < to) return 'running'
  return firstLookAt === null || firstLookAt >= to ? 'before-first-look' : 'finished'
}

/** The refusal of a week that has not begun. */
export function futureWeekRefusal(week: IsoWeek, now: Date): Refusal {
  return {
    field: '/week',
    rule: 'week.future',
    message: `The week ${week} has not begun.`,
    remedy: `Ask for a week up to ${isoWeekOf(now)}; the running week is given as a draft.`,
  }
}
