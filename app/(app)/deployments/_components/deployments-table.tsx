'use client'

import type { ReactNode } from 'react'
import { DataTable } from '#app/_ui/data-table.tsx'
import { DEPLOYMENT_COLUMNS, type DeploymentListRow } from './deployment-columns.tsx'

interface DeploymentsTableProps {
  rows: DeploymentListRow[]
  total: number
  previous: string | null
  next: string | null
  defaultSort: string
  empty: ReactNode
}

/** The list of deployments. */
export function DeploymentsTable({ previous, next, ...props }: DeploymentsTableProps) {
  return (
    <DataTable
      label="Deployments"
      columns={DEPLOYMENT_COLUMNS}
      rowId={(row) => row.id}
      paging={{ kind: 'cursor', previous, next }}
      search="Search name, model or owner"
      exports={{ csv: '/api/v1/deployments?format=csv', json: '/api/v1/deployments?format=json' }}
      {...props}
    />
  )
}
