import { CircleCheck, CircleDashed, type LucideIcon, PencilLine } from 'lucide-react'
import { DayMark } from '#app/_ui/day-mark.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ReportWeek } from '#lib/reports/queries/reports.ts'
import { PublishForm } from './publish-form.tsx'

export type ReportRow = ReportWeek & { now: Date; mayPublish: boolean }

const STATES: Record<ReportWeek['state'], { Glyph: LucideIcon; says: string }> = {
  published: { Glyph: CircleCheck, says: 'Published' },
  running: { Glyph: PencilLine, says: 'Running: a draft' },
  unpublished: { Glyph: CircleDashed, says: 'Over, not published yet' },
}

const NONE = <span className="text-muted">—</span>

export const REPORT_COLUMNS: readonly TableColumn<ReportRow>[] = [
  {
    id: 'week',
    header: 'Week',
    cell: (row) => <TextLink href={`/reports/${row.week}`}>{row.week}</TextLink>,
  },
  {
    id: 'days',
    header: 'Days',
    cell: (row) => (
      <>
        <DayMark on={row.from} /> – <DayMark on={new Date(row.to.getTime() - 1)} />
      </>
    ),
  },
  { id: 'state', header: 'State', cell: (row) => <State row={row} /> },
  {
    id: 'publishedAt',
    header: 'Published',
    cell: (row) => (row.publishedAt ? <TimeMark at={row.publishedAt} now={row.now} /> : NONE),
  },
  {
    id: 'publishedBy',
    header: 'By',
    cell: (row) => (row.publishedBy === null ? NONE : <PersonMark name={row.publishedBy} />),
  },
  {
    id: 'files',
    header: 'Files',
    cell: (row) => (
      <span className="flex gap-3">
        {(['json', 'csv'] as const).map((format) => (
          <a
            key={format}
            href={`/api/v1/reports/${row.week}.${format}`}
            className="inline-flex min-h-6 items-center text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
          >
            {format.toUpperCase()}
            <span className="sr-only"> of {row.week}</span>
          </a>
        ))}
      </span>
    ),
  },
  {
    id: 'action',
    header: 'Action',
    cell: (row) =>
      row.state === 'unpublished' && row.mayPublish ? <PublishForm week={row.week} size="small" /> : null,
  },
]

function State({ row }: { row: ReportRow }) {
  const { Glyph, says } = STATES[row.state]
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5">
      <Glyph aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      {says}
    </span>
  )
}
