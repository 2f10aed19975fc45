'use client'

import type { ReactNode } from 'react'
import { DataTable } from '#app/_ui/data-table.tsx'
import type { ListedFamily } from '#lib/catalogue/family-list.ts'
import { FAMILY_TABLE_COLUMNS } from './family-columns.tsx'

interface FamiliesTableProps {
  rows: ListedFamily[]
  total: number
  paging: { page: number; pageSize: number }
  defaultSort: string
  empty: ReactNode
}

/** The table of families. */
export function FamiliesTable({ paging, total, ...props }: FamiliesTableProps) {
  return (
    <DataTable
      label="Families"
      columns={FAMILY_TABLE_COLUMNS}
      rowId={(row) => row.id}
      total={total}
      paging={{ kind: 'pages', total, ...paging }}
      exports={{ csv: '/api/v1/families?format=csv', json: '/api/v1/families?format=json' }}
      search="Search by name"
      {...props}
    />
  )
}
