'use client'

import dynamic from 'next/dynamic'
import { Chart, type ChartProps } from './chart.tsx'
import type { ChartEvent } from './chart-data.ts'
import { ChartLoading } from './chart-loading.tsx'

const Drawing = dynamic(() => import('./line-over-time-drawing.tsx').then((module) => module.LineOverTimeDrawing), {
  ssr: false,
  loading: () => <ChartLoading />,
})

/** Quantities over time; every point needs its `at`. Where nothing is known the line breaks. */
export function LineOverTime({ events = [], ...chart }: ChartProps & { events?: readonly ChartEvent[] | undefined }) {
  return (
    <Chart {...chart} kind="line" hasTotal={false}>
      <Drawing title={chart.title} series={chart.series} points={chart.points} events={events} />
    </Chart>
  )
}
