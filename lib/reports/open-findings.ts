import type { Severity } from '#lib/policy/rule.ts'
import type { IsoWeek } from '#lib/shared/iso-week.ts'

export interface OpenAtWeekEnd {
  week: IsoWeek
  severity: string
  findings: number
}

export interface OpenFindingsPoint {
  week: IsoWeek
  /** Findings by severity, worst first; null before anything was on record that could be judged. */
  counts: Record<Severity, number> | null
}

/** How many findings stood open at the end of each week (of the running one: now), worst first. */
export function openFindingsByWeek(
  weeks: readonly IsoWeek[],
  counted: readonly OpenAtWeekEnd[],
  firstWeek: IsoWeek | null,
): OpenFindingsPoint[] {
  return weeks.map((week) => {
    if (firstWeek === null || week < firstWeek) return { week, counts: null }
    const of = (severity: Severity) =>
      counted.find((one) => one.week === week && one.severity === severity)?.findings ?? 0
    return { week, counts: { high: of('high'), medium: of('medium'), low: of('low') } }
  })
}
