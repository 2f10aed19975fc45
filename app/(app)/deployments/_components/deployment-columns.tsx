'use client'

import { HashMark } from '#app/_ui/hash-mark.tsx'
import { type LicenceBasis, LicenceMark } from '#app/_ui/licence-mark.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { type Verdict, VerdictMark } from '#app/_ui/verdict-mark.tsx'

/** A deployment as its table shows it: finished values only. */
export interface DeploymentListRow {
  id: string
  name: string
  team: string
  model: { id: string; name: string }
  revision: { value: string; isHash: boolean; isConfirmed: boolean }
  environment: string
  use: string
  exposure: string
  access: string
  licence: { name: string | null; basis: LicenceBasis }
  verdict: Verdict
  openFindings: number
  owner: string
  changedAt: Date
  now: Date
}

/** The columns of the list of deployments; ids are those the list sorts and exports by. */
export const DEPLOYMENT_COLUMNS: readonly TableColumn<DeploymentListRow>[] = [
  {
    id: 'name',
    header: 'Deployment',
    isSortable: true,
    cell: (row) => <TextLink href={`/deployments/${row.id}`}>{row.name}</TextLink>,
  },
  {
    id: 'verdict',
    header: 'Verdict',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => <VerdictMark verdict={row.verdict} href={`/deployments/${row.id}#verdict`} />,
  },
  {
    id: 'openFindings',
    header: 'Findings',
    align: 'end',
    cell: (row) =>
      row.openFindings === 0 ? (
        '0'
      ) : (
        <TextLink href={`/deployments/${row.id}/findings`}>{row.openFindings.toLocaleString('en')}</TextLink>
      ),
  },
  { id: 'team', header: 'Team', isSortable: true, cell: (row) => row.team },
  {
    id: 'model',
    header: 'Model',
    isSortable: true,
    cell: (row) => <TextLink href={`/models/${row.model.id}`}>{row.model.name}</TextLink>,
  },
  {
    id: 'revision',
    header: 'Revision',
    cell: (row) => (
      <span className="inline-flex items-center gap-2">
        {row.revision.isHash ? <HashMark hash={row.revision.value} /> : row.revision.value}
        {!row.revision.isConfirmed && <span className="text-xs text-review">not confirmed</span>}
      </span>
    ),
  },
  {
    id: 'licence',
    header: 'Licence',
    cell: (row) => <LicenceMark name={row.licence.name} basis={row.licence.basis} />,
  },
  { id: 'environment', header: 'Environment', cell: (row) => row.environment },
  { id: 'use', header: 'Use', cell: (row) => row.use },
  { id: 'exposure', header: 'Exposure', cell: (row) => row.exposure },
  { id: 'accessChannel', header: 'Access', isHiddenAtFirst: true, cell: (row) => row.access },
  { id: 'owner', header: 'Owner', cell: (row) => <PersonMark name={row.owner} /> },
  {
    id: 'changed',
    header: 'Changed',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => <TimeMark at={row.changedAt} now={row.now} />,
  },
]
