import { words } from './words.ts'

/** Keeps the height of a drawing that is on its way. */
export function ChartLoading() {
  return (
    <div role="status" className="skeleton-late h-65 rounded bg-sunken">
      <span className="sr-only">{words.chart.loading}</span>
    </div>
  )
}
