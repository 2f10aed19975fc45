import { LineOverTime } from '#app/_ui/line-over-time.tsx'
import { formatDay } from '#app/_ui/relative-time.ts'
import { StackedBars } from '#app/_ui/stacked-bars.tsx'
import type { LicenceSeries, LicencesInUse } from '#lib/deployments/licences-in-use.ts'
import { toCsv } from '#lib/shared/csv.ts'
import { csvHref } from './csv-href.ts'

const QUESTION = 'Which licences do deployments run under?'

/** Deployments in use per licence over time. */
export function LicencesChart({ use }: { use: LicencesInUse }) {
  const series = use.series.map((one) => ({ key: keyOf(one), label: labelOf(one) }))
  const last = use.points.length - 1
  const points = use.points.map(({ at, counts }, index) => ({
    // Each instant but the last is the end of a day.
    label: index === last ? 'now' : formatDay(new Date(at.getTime() - 1)),
    at,
    ...(index === last ? { href: '/deployments' } : {}),
    values: Object.fromEntries(series.map((one, place) => [one.key, counts?.[place] ?? null])),
  }))
  // With a point or two lines would lie on one another; bars show the same as parts of a whole.
  const isYoung = use.points.filter((point) => point.counts !== null).length < 3
  const Drawing = isYoung ? StackedBars : LineOverTime
  return (
    <Drawing
      title={QUESTION}
      sentence={`Deployments in use, by what governed them as known at the time. ${answer(use)}`}
      pointLabel="End of"
      series={series}
      points={points}
      csvHref={csvHref(
        toCsv(
          [
            { header: 'at', value: (point) => point.at },
            ...series.map((one) => ({
              header: one.label,
              value: (point: (typeof points)[number]) => point.values[one.key],
            })),
          ],
          points,
        ),
      )}
    />
  )
}

function keyOf(series: LicenceSeries): string {
  return series.kind === 'licence' ? `licence ${series.id}` : series.kind
}

function labelOf(series: LicenceSeries): string {
  if (series.kind === 'licence') return series.id.replace(/^LicenseRef-/, '')
  return series.kind === 'other' ? 'other licences' : 'none known'
}

function answer({ series, points }: LicencesInUse): string {
  const now = points.at(-1)?.counts
  if (!now) return 'Nothing is registered yet.'
  const unknown = now[series.findIndex((one) => one.kind === 'unknown')] ?? 0
  const all = now.reduce((sum, count) => sum + count, 0)
  return `Now ${all.toLocaleString('en')}${unknown === 0 ? '' : `; no licence is known of ${unknown.toLocaleString('en')}`}.`
}
