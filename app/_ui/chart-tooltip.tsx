import type { ChartSeries } from './chart-data.ts'
import { chartColour } from './chart-data.ts'
import { words } from './words.ts'

interface ChartTooltipProps {
  title: string
  series: readonly ChartSeries[]
  values: Record<string, number | null>
}

/** The figures of the point under the pointer, in the order of the legend. */
export function ChartTooltip({ title, series, values }: ChartTooltipProps) {
  return (
    <div className="rounded border bg-raised px-3 py-2 text-sm text-ink shadow-float">
      <p className="mb-1 font-medium">{title}</p>
      <ul className="grid gap-y-0.5">
        {series.map((one, index) => {
          const value = values[one.key] ?? null
          return (
            <li key={one.key} className="flex items-center gap-2">
              <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ background: chartColour(index) }} />
              <span className="grow pe-4 text-muted">{one.label}</span>
              <span>{value === null ? words.chart.noData : value.toLocaleString('en')}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
