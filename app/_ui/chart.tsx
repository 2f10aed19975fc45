'use client'

import { ChartColumn, Download, Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { buttonClass } from './button-class.ts'
import type { ChartPoint, ChartSeries } from './chart-data.ts'
import { ChartSwatch } from './chart-swatch.tsx'
import { ChartTable } from './chart-table.tsx'
import { classNames } from './class-names.ts'
import { words } from './words.ts'

export interface ChartProps {
  /** The question this answers: `How many models of each openness were released per quarter?` */
  title: string
  /** The answer in words, or how to read it. */
  sentence?: ReactNode
  pointLabel: string
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
  csvHref?: string | undefined
}

interface ChartFrameProps extends ChartProps {
  kind: 'bar' | 'line'
  hasTotal: boolean
  children: ReactNode
}

/**
 * The frame of a chart: its question, a legend, and a switch to the figures. The figures are always in the page, and are
 * what a reader without script gets.
 */
export function Chart({
  title,
  sentence,
  pointLabel,
  series,
  points,
  csvHref,
  kind,
  hasTotal,
  children,
}: ChartFrameProps) {
  const [isTable, setTable] = useState(false)
  const scope = useId()
  const Glyph = isTable ? ChartColumn : Table2
  return (
    <figure aria-labelledby={`${scope}-title`} className="min-w-0 rounded border bg-surface">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 pt-3 sm:flex-nowrap">
        <div className="min-w-0">
          <h2 id={`${scope}-title`} className="font-semibold">
            {title}
          </h2>
          {sentence && <p className="max-w-[80ch] text-sm text-muted">{sentence}</p>}
        </div>
        <div className="-mx-2 flex shrink-0 items-center gap-1 print:hidden scripting-none:hidden">
          <button type="button" onClick={() => setTable(!isTable)} className={buttonClass('quiet', 'small')}>
            <Glyph aria-hidden className="size-4" strokeWidth={1.75} />
            {isTable ? words.chart.asChart : words.chart.asTable}
          </button>
          {csvHref && (
            <a href={csvHref} download className={buttonClass('quiet', 'small')}>
              <Download aria-hidden className="size-4" strokeWidth={1.75} />
              {words.chart.csv}
            </a>
          )}
        </div>
      </div>
      <div className={classNames('px-4 pt-2 pb-3 scripting-none:hidden', isTable && 'hidden')}>
        <ul className={classNames('mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm', kind === 'line' && 'sm:hidden')}>
          {series.map((one, index) => (
            <li key={one.key} className="flex items-center gap-1.5">
              <ChartSwatch index={index} kind={kind} scope={scope} />
              {one.label}
            </li>
          ))}
        </ul>
        {children}
      </div>
      <div className={classNames('px-1 pb-1 scripting-none:block', !isTable && 'hidden')}>
        <ChartTable caption={title} pointLabel={pointLabel} series={series} points={points} hasTotal={hasTotal} />
      </div>
    </figure>
  )
}
