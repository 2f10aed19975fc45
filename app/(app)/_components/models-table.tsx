'use client'

import type { ReactNode } from 'react'
import { DataTable } from '#app/_ui/data-table.tsx'
import { MODEL_TABLE_COLUMNS, type ModelListRow } from './model-columns.tsx'

interface ModelsTableProps {
  rows: ModelListRow[]
  total: number
  paging: { page: number; pageSize: number }
  defaultSort: string
  exports: { csv: string; json: string }
  search?: string | undefined
  empty: ReactNode
}

/** A table of models: the list of all, or the members of a family. */
export function ModelsTable({ paging, ...props }: ModelsTableProps) {
  return (
    <DataTable
      label="Models"
      columns={MODEL_TABLE_COLUMNS}
      rowId={(row) => row.id}
      paging={{ kind: 'pages', total: props.total, ...paging }}
      {...props}
    />
  )
}
