'use client'

import type { ReactNode } from 'react'
import { DataTable } from '#app/_ui/data-table.tsx'
import { DEFAULT_LICENCE_SORT } from '#lib/licences/licence-view.ts'
import { LICENCE_TABLE_COLUMNS, type LicenceRow } from './licence-columns.tsx'

interface LicencesTableProps {
  rows: LicenceRow[]
  total: number
  paging: { page: number; pageSize: number }
  empty: ReactNode
}

/** The table of licences. */
export function LicencesTable({ paging, total, ...props }: LicencesTableProps) {
  return (
    <DataTable
      label="Licences"
      columns={LICENCE_TABLE_COLUMNS}
      rowId={(row) => row.id}
      total={total}
      paging={{ kind: 'pages', total, ...paging }}
      defaultSort={DEFAULT_LICENCE_SORT}
      exports={{ csv: '/api/v1/licences?format=csv', json: '/api/v1/licences?format=json' }}
      search="Search by name or id"
      {...props}
    />
  )
}
