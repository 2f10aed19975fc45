import { chartColour, LINE_DASHES } from './chart-data.ts'
import { ChartPattern } from './chart-pattern.tsx'

interface ChartSwatchProps {
  index: number
  kind: 'bar' | 'line'
  /** Keeps pattern ids apart on a page with several charts. */
  scope: string
}

/** A series as the legend shows it: the same colour and pattern as in the drawing. */
export function ChartSwatch({ index, kind, scope }: ChartSwatchProps) {
  const colour = chartColour(index)
  if (kind === 'line') {
    return (
      <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6 shrink-0">
        <path d="M0 6h24" stroke={colour} strokeWidth="2" strokeDasharray={LINE_DASHES[index % 6]} />
      </svg>
    )
  }
  const id = `${scope}-swatch-${index}`
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 shrink-0">
      <defs>
        <ChartPattern id={id} index={index} />
      </defs>
      <rect x="0.5" y="0.5" width="11" height="11" fill={`url(#${id})`} stroke={colour} />
    </svg>
  )
}
