'use client'

import { DataTable } from '#app/_ui/data-table.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { AUDIT_COLUMNS } from './audit-columns.tsx'
import type { AuditTableRow } from './audit-row.ts'

interface AuditTableProps {
  rows: AuditTableRow[]
  total: number
  next: string | null
}

/** Recorded events, newest first. */
export function AuditTable({ rows, total, next }: AuditTableProps) {
  return (
    <DataTable
      label="Recorded events"
      columns={AUDIT_COLUMNS}
      rows={rows}
      rowId={(row) => row.id}
      total={total}
      paging={{ kind: 'cursor', previous: null, next }}
      exports={{ csv: '/api/v1/audit?format=csv', json: '/api/v1/audit?format=json' }}
      empty={
        <EmptyState
          title="No event matches."
          sentence="Nothing is ever removed from this log: another filter finds it."
          action={<TextLink href="/audit">Clear filters</TextLink>}
        />
      }
    />
  )
}
