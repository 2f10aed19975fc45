import { StackedBars } from '#app/_ui/stacked-bars.tsx'
import { SEVERITIES } from '#lib/policy/rule.ts'
import type { OpenFindingsPoint } from '#lib/reports/open-findings.ts'
import { toCsv } from '#lib/shared/csv.ts'
import { csvHref } from './csv-href.ts'

const SERIES = SEVERITIES.map((severity) => ({
  key: severity,
  label: `${severity[0]?.toUpperCase()}${severity.slice(1)}`,
}))

/** Whether findings pile up or are worked off: how many stood open at the end of each week. */
export function OpenFindingsChart({ points }: { points: OpenFindingsPoint[] }) {
  return (
    <StackedBars
      title="Do open findings pile up?"
      sentence="Findings that stood open when each ISO week ended, by severity; the running week as it is now. A bar leads to the week’s report."
      pointLabel="Week"
      series={SERIES}
      points={points.map(({ week, counts }) => ({
        label: week.slice(5),
        ...(counts === null ? {} : { href: `/reports/${week}` }),
        values: counts ?? { high: null, medium: null, low: null },
      }))}
      csvHref={csvHref(
        toCsv(
          [
            { header: 'week', value: (point) => point.week },
            ...SEVERITIES.map((severity) => ({
              header: severity,
              value: (point: OpenFindingsPoint) => point.counts?.[severity],
            })),
          ],
          points,
        ),
      )}
    />
  )
}
