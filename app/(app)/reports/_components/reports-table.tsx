'use client'

import { DataTable } from '#app/_ui/data-table.tsx'
import type { TablePaging } from '#app/_ui/table-pages.tsx'
import type { ReportWeek } from '#lib/reports/queries/reports.ts'
import { REPORT_COLUMNS, type ReportRow } from './report-columns.tsx'

interface ReportsTableProps {
  rows: ReportWeek[]
  now: Date
  mayPublish: boolean
  paging: TablePaging & { kind: 'pages' }
}

/** Weeks, newest first. */
export function ReportsTable({ rows, now, mayPublish, paging }: ReportsTableProps) {
  return (
    <DataTable<ReportRow>
      label="Weekly reports"
      columns={REPORT_COLUMNS}
      rows={rows.map((row) => ({ ...row, now, mayPublish }))}
      rowId={(row) => row.week}
      total={paging.total}
      paging={paging}
      exports={{ csv: '/api/v1/reports?format=csv', json: '/api/v1/reports?format=json' }}
      empty={null}
    />
  )
}
