'use client'

import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { FindingRow } from '#lib/deployments/queries/list-findings.ts'
import { SeverityMark } from '../../_components/severity-mark.tsx'

/** A finding as the queue shows it: finished values only. */
export interface FindingListRow
  extends Pick<
    FindingRow,
    'id' | 'title' | 'message' | 'severity' | 'isOpen' | 'since' | 'decidedAt' | 'deploymentId' | 'deployment' | 'model'
  > {
  team: string
  now: Date
}

/** The columns of the queue. Its order is fixed: open first, then newest. */
export const FINDING_COLUMNS: readonly TableColumn<FindingListRow>[] = [
  { id: 'title', header: 'Finding', cell: (row) => <TextLink href={`/findings/${row.id}`}>{row.title}</TextLink> },
  { id: 'severity', header: 'Severity', cell: (row) => <SeverityMark severity={row.severity} /> },
  {
    id: 'deployment',
    header: 'Deployment',
    cell: (row) => <TextLink href={`/deployments/${row.deploymentId}`}>{row.deployment}</TextLink>,
  },
  { id: 'team', header: 'Team', cell: (row) => row.team },
  { id: 'model', header: 'Model', cell: (row) => row.model },
  {
    id: 'state',
    header: 'State',
    cell: (row) => (
      <span>
        {row.isOpen ? 'Open' : 'Closed'} <TimeMark at={row.since} now={row.now} />
      </span>
    ),
  },
  {
    id: 'decided',
    header: 'Decided',
    cell: (row) =>
      row.decidedAt === null ? (
        <span className="text-muted">nobody yet</span>
      ) : (
        <TimeMark at={row.decidedAt} now={row.now} />
      ),
  },
  {
    id: 'message',
    header: 'What is wrong',
    isWrapping: true,
    isHiddenAtFirst: true,
    cell: (row) => row.message,
  },
]
