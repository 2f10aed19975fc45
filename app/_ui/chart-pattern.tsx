import type { ReactNode } from 'react'
import { chartColour } from './chart-data.ts'

/** Solid, diagonal, dots, level lines, counter-diagonal, open: told apart in grey print too. */
const STROKES: ReactNode[] = [
  <rect key="solid" width="6" height="6" fill="currentColor" />,
  <path key="diagonal" d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="currentColor" strokeWidth="2.2" />,
  <g key="dots" fill="currentColor">
    <circle cx="1.5" cy="1.5" r="1.3" />
    <circle cx="4.5" cy="4.5" r="1.3" />
  </g>,
  <path key="level" d="M0 1.5h6M0 4.5h6" stroke="currentColor" strokeWidth="1.4" />,
  <path key="counter" d="M-1 5l2 2M0 0l6 6M5-1l2 2" stroke="currentColor" strokeWidth="1.1" />,
  null,
]

/** The filling of a series; goes into `defs`. */
export function ChartPattern({ id, index }: { id: string; index: number }) {
  const colour = chartColour(index)
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" color={colour}>
      <rect width="6" height="6" fill={colour} fillOpacity="0.16" />
      {STROKES[index % 6]}
    </pattern>
  )
}
