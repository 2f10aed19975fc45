import type { ChartPoint, ChartSeries } from './chart-data.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

interface ChartTableProps {
  caption: string
  /** Head of the first column: `Week`, `Family`. */
  pointLabel: string
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
  hasTotal: boolean
}

/** The figures of a chart, each row leading to the list behind it. */
export function ChartTable({ caption, pointLabel, series, points, hasTotal }: ChartTableProps) {
  return (
    <ScrollRegion label={caption} className="max-h-96">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-xs text-muted">
          <tr className="*:sticky *:top-0 *:h-9 *:border-b *:bg-surface *:px-3 *:font-medium *:whitespace-nowrap">
            <th scope="col" className="text-start">
              {pointLabel}
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" className="text-end">
                {one.label}
              </th>
            ))}
            {hasTotal && (
              <th scope="col" className="text-end">
                {words.chart.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label} className="*:h-9 *:border-b *:px-3 *:whitespace-nowrap last:*:border-b-0">
              <th scope="row" className="text-start font-normal">
                {point.href ? <TextLink href={point.href}>{point.label}</TextLink> : point.label}
              </th>
              {series.map((one) => (
                <td key={one.key} className="text-end tabular-nums">
                  <Figure value={point.values[one.key] ?? null} />
                </td>
              ))}
              {hasTotal && (
                <td className="text-end font-medium tabular-nums">
                  <Figure value={totalOf(point, series)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Figure({ value }: { value: number | null }) {
  return value === null ? <span className="text-muted">{words.chart.noData}</span> : value.toLocaleString('en')
}

function totalOf(point: ChartPoint, series: readonly ChartSeries[]): number | null {
  const known = series.map((one) => point.values[one.key] ?? null).filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
