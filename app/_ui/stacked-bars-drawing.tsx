'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { axisTicks, type ChartEvent, type ChartPoint, type ChartSeries, chartColour } from './chart-data.ts'
import { ChartPattern } from './chart-pattern.tsx'
import { AXIS, GRID_LINE } from './chart-style.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { words } from './words.ts'

interface StackedBarsDrawingProps {
  title: string
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
  events: readonly ChartEvent[]
}

/** The drawing alone. A period nobody looked at is a marked gap. */
export function StackedBarsDrawing({ title, series, points, events }: StackedBarsDrawingProps) {
  const router = useRouter()
  const scope = useId()
  const totals = points.map((point) => series.reduce((sum, one) => sum + (point.values[one.key] ?? 0), 0))
  const ticks = axisTicks(Math.max(0, ...totals))
  const isEmpty = (point: ChartPoint) => series.every((one) => (point.values[one.key] ?? null) === null)
  return (
    <BarChart
      responsive
      title={title}
      data={[...points]}
      margin={{ top: 16, right: 4, bottom: 0, left: 0 }}
      barCategoryGap="22%"
      className="h-65 w-full"
      onClick={({ activeLabel }) => {
        const href = points.find((point) => point.label === activeLabel)?.href
        if (href) router.push(href as Route)
      }}
    >
      <defs>
        {series.map((one, index) => (
          <ChartPattern key={one.key} id={`${scope}-${index}`} index={index} />
        ))}
      </defs>
      <CartesianGrid vertical={false} stroke={GRID_LINE} />
      <XAxis dataKey="label" {...AXIS} />
      <YAxis domain={[0, ticks.at(-1) ?? 1]} ticks={ticks} width={36} {...AXIS} axisLine={false} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--color-sunken)' }}
        content={({ active, label }) => {
          const point = points.find((candidate) => candidate.label === label)
          return active && point ? <ChartTooltip title={point.label} series={series} values={point.values} /> : null
        }}
      />
      {points.filter(isEmpty).map((point) => (
        <ReferenceArea
          key={point.label}
          x1={point.label}
          x2={point.label}
          fill="var(--color-sunken)"
          label={{ value: words.chart.noData, fill: 'var(--color-muted)', fontSize: 11, angle: -90 }}
        />
      ))}
      {series.map((one, index) => (
        <Bar
          key={one.key}
          name={one.label}
          dataKey={(point: ChartPoint) => point.values[one.key]}
          stackId="all"
          fill={`url(#${scope}-${index})`}
          stroke={chartColour(index)}
          maxBarSize={48}
          isAnimationActive={false}
        />
      ))}
      {events.map((event) => (
        <ReferenceLine
          key={event.label}
          x={String(event.at)}
          stroke="var(--color-ink)"
          strokeDasharray="3 3"
          label={{ value: event.label, position: 'insideTopLeft', fill: 'var(--color-ink)', fontSize: 12, offset: 6 }}
        />
      ))}
    </BarChart>
  )
}
