'use client'

import type { ReactNode } from 'react'
import { DataTable } from '#app/_ui/data-table.tsx'
import { FINDING_COLUMNS, type FindingListRow } from './finding-columns.tsx'

interface FindingsTableProps {
  rows: FindingListRow[]
  total: number
  previous: string | null
  next: string | null
  empty: ReactNode
}

/** The queue of findings. */
export function FindingsTable({ previous, next, ...props }: FindingsTableProps) {
  return (
    <DataTable
      label="Findings"
      columns={FINDING_COLUMNS}
      rowId={(row) => row.id}
      paging={{ kind: 'cursor', previous, next }}
      search="Search deployment or model"
      exports={{ csv: '/api/v1/findings?format=csv', json: '/api/v1/findings?format=json' }}
      {...props}
    />
  )
}
