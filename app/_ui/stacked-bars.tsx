'use client'

import dynamic from 'next/dynamic'
import { Chart, type ChartProps } from './chart.tsx'
import type { ChartEvent } from './chart-data.ts'
import { ChartLoading } from './chart-loading.tsx'

const Drawing = dynamic(() => import('./stacked-bars-drawing.tsx').then((module) => module.StackedBarsDrawing), {
  ssr: false,
  loading: () => <ChartLoading />,
})

/** Parts of a whole per category or period, stacked from zero in the order of the series. */
export function StackedBars({ events = [], ...chart }: ChartProps & { events?: readonly ChartEvent[] | undefined }) {
  return (
    <Chart {...chart} kind="bar" hasTotal>
      <Drawing title={chart.title} series={chart.series} points={chart.points} events={events} />
    </Chart>
  )
}
