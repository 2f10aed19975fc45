'use client'

import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { LedgerLicence } from '#lib/licences/licence-view.ts'
import { VerdictMix } from './verdict-mix.tsx'

/** A licence as its table shows it. */
export type LicenceRow = LedgerLicence & { now: Date }

function figure(count: number | null, href: string) {
  if (count === null) return <span className="text-muted">not yours to see</span>
  if (count === 0) return <span className="text-muted">0</span>
  return <TextLink href={href}>{count.toLocaleString('en')}</TextLink>
}

/** The columns of the table of licences; ids are those the list sorts by. */
export const LICENCE_TABLE_COLUMNS: readonly TableColumn<LicenceRow>[] = [
  {
    id: 'name',
    header: 'Licence',
    isSortable: true,
    isWrapping: true,
    cell: ({ id, name }) => (
      <span className="flex min-w-40 flex-col py-1">
        <TextLink href={`/licences/${encodeURIComponent(id)}`}>{name}</TextLink>
        <code className="font-mono text-xs text-muted [overflow-wrap:anywhere]">{id}</code>
      </span>
    ),
  },
  {
    id: 'openness',
    header: 'Weights under it',
    isSortable: true,
    cell: (row) => <OpennessMark openness={row.openness} />,
  },
  {
    id: 'terms',
    header: 'Terms',
    cell: (row) => (row.hasTerms ? 'read' : <span className="text-muted">not read</span>),
  },
  { id: 'verdicts', header: 'Texts judged by it', cell: (row) => <VerdictMix verdicts={row.verdicts} /> },
  {
    id: 'texts',
    header: 'Texts of it',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => (row.texts === 0 ? <span className="text-muted">0</span> : row.texts.toLocaleString('en')),
  },
  {
    id: 'models',
    header: 'Models',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => figure(row.models, `/models?licence=${encodeURIComponent(row.id)}`),
  },
  {
    id: 'deployments',
    header: 'Deployments',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => figure(row.deployments, `/deployments?licence=${encodeURIComponent(row.id)}`),
  },
  {
    id: 'teams',
    header: 'Teams',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => figure(row.teams, `/licences/${encodeURIComponent(row.id)}#teams`),
  },
  {
    id: 'lastChangeAt',
    header: 'Last change',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) =>
      row.lastChangeAt ? (
        <TimeMark at={row.lastChangeAt} now={row.now} />
      ) : (
        <span className="text-muted">none seen</span>
      ),
  },
]
