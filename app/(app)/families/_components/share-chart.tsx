import type { ChartPoint } from '#app/_ui/chart-data.ts'
import { DayMark } from '#app/_ui/day-mark.tsx'
import { StackedBars } from '#app/_ui/stacked-bars.tsx'
import { type FamilyShare, UNDATED } from '#lib/catalogue/family-share.ts'

const SERIES = [
  { key: 'weights', label: 'With weights' },
  { key: 'apiOnly', label: 'API only' },
]

/** How many models of each kind came out per quarter; each bar leads to the models behind it. */
export function ShareChart({ share, compiledOn }: { share: FamilyShare; compiledOn: Date | null }) {
  const points = share.quarters.map(
    ({ quarter, isUndated, weights, apiOnly }): ChartPoint => ({
      label: isUndated ? 'Undated' : quarter.replace('-', ' '),
      href: `/models?released=${quarter}`,
      values: { weights, apiOnly },
    }),
  )
  const undated = share.quarters.find((row) => row.quarter === UNDATED)?.total ?? 0
  return (
    <StackedBars
      title="How many models came out with weights, and how many only as a service?"
      sentence={
        <>
          {share.weights.toLocaleString('en')} of {share.total.toLocaleString('en')} models have weights,{' '}
          {share.apiOnly.toLocaleString('en')} are API only.
          {undated > 0 && ` The last bar holds the ${undated.toLocaleString('en')} that no source dates.`}
          {compiledOn && (
            <>
              {' '}
              Catalogue as of <DayMark on={compiledOn} />.
            </>
          )}
        </>
      }
      pointLabel="Quarter"
      series={SERIES}
      points={points}
      csvHref="/api/v1/families/share?format=csv"
    />
  )
}
