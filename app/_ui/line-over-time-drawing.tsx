'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import {
  axisTicks,
  type ChartEvent,
  type ChartPoint,
  type ChartSeries,
  chartColour,
  LINE_DASHES,
  spreadLabels,
} from './chart-data.ts'
import { AXIS, GRID_LINE } from './chart-style.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { formatDay } from './relative-time.ts'
import { useIsWide } from './use-is-wide.ts'

const PLOT_HEIGHT = 214

interface LineOverTimeDrawingProps {
  title: string
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
  events: readonly ChartEvent[]
}

/** The drawing alone, each line ending in its name. */
export function LineOverTimeDrawing({ title, series, points, events }: LineOverTimeDrawingProps) {
  const router = useRouter()
  const values = points.flatMap((point) => series.map((one) => point.values[one.key] ?? 0))
  const ticks = axisTicks(Math.max(0, ...values))
  const top = ticks.at(-1) ?? 1
  const hasRoom = useIsWide()
  const ends = series.map((one) => points.findLastIndex((point) => (point.values[one.key] ?? null) !== null))
  const offsets = spreadLabels(
    series.map((one, index) => PLOT_HEIGHT * (1 - (points[ends[index] ?? -1]?.values[one.key] ?? 0) / top)),
    15,
    PLOT_HEIGHT,
  )
  const instantOf = (point: ChartPoint) => point.at?.getTime()
  const pointAt = (instant: unknown) => points.find((point) => instantOf(point) === Number(instant))
  return (
    <LineChart
      responsive
      title={title}
      data={[...points]}
      margin={{ top: 16, right: hasRoom ? 128 : 8, bottom: 0, left: 0 }}
      className="h-65 w-full"
      onClick={({ activeLabel }) => {
        const href = pointAt(activeLabel)?.href
        if (href) router.push(href as Route)
      }}
    >
      <CartesianGrid vertical={false} stroke={GRID_LINE} />
      <XAxis
        dataKey={instantOf}
        type="number"
        scale="time"
        domain={['dataMin', 'dataMax']}
        tickFormatter={(instant: number) => formatDay(new Date(instant))}
        {...AXIS}
      />
      <YAxis domain={[0, top]} ticks={ticks} width={36} {...AXIS} axisLine={false} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--color-edge)' }}
        content={({ active, label }) => {
          const point = pointAt(label)
          return active && point ? <ChartTooltip title={point.label} series={series} values={point.values} /> : null
        }}
      />
      {series.map((one, index) => (
        <Line
          key={one.key}
          name={one.label}
          dataKey={(point: ChartPoint) => point.values[one.key]}
          type="linear"
          stroke={chartColour(index)}
          strokeWidth={2}
          strokeDasharray={LINE_DASHES[index % 6] ?? '0'}
          dot={{ r: 2, strokeWidth: 1, strokeDasharray: '0', fill: 'var(--color-surface)' }}
          activeDot={{ r: 4 }}
          connectNulls={false}
          isAnimationActive={false}
          label={({ index: at, x, y }) =>
            hasRoom && at === ends[index] ? (
              <text x={Number(x) + 8} y={Number(y) + 4 + (offsets[index] ?? 0)} fill={chartColour(index)} fontSize={12}>
                {one.label}
              </text>
            ) : null
          }
        />
      ))}
      {events.map((event) => (
        <ReferenceLine
          key={event.label}
          x={event.at instanceof Date ? event.at.getTime() : Date.parse(event.at)}
          stroke="var(--color-ink)"
          strokeDasharray="3 3"
          label={{ value: event.label, position: 'insideTopLeft', fill: 'var(--color-ink)', fontSize: 12, offset: 6 }}
        />
      ))}
    </LineChart>
  )
}
