'use client'

import { DayMark } from '#app/_ui/day-mark.tsx'
import { type Freshness, FreshnessMark } from '#app/_ui/freshness-mark.tsx'
import { type LicenceBasis, LicenceMark } from '#app/_ui/licence-mark.tsx'
import type { Openness } from '#app/_ui/openness.ts'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'

/** A model as its table shows it: finished values only. */
export interface ModelListRow {
  id: string
  name: string
  publisher: string | null
  family: string | null
  kind: string
  openness: Openness
  licence: { name: string | null; basis: LicenceBasis; isMismatched: boolean }
  /** Lineage, generation and tier in one line. */
  line: string | null
  task: string | null
  parameters: string | null
  context: string | null
  released: { on: Date; precision: 'day' | 'month' } | null
  upstream: { says: string; freshness: Freshness | null; at: Date | null }
  now: Date
}

const NOTHING = <span className="text-muted">not known</span>

/** The columns of every table of models; ids are those the list sorts by. */
export const MODEL_TABLE_COLUMNS: readonly TableColumn<ModelListRow>[] = [
  {
    id: 'name',
    header: 'Model',
    isSortable: true,
    cell: (row) => <TextLink href={`/models/${row.id}`}>{row.name}</TextLink>,
  },
  { id: 'publisher', header: 'Publisher', isHiddenAtFirst: true, cell: (row) => row.publisher ?? NOTHING },
  { id: 'family', header: 'Family', isSortable: true, cell: (row) => row.family ?? NOTHING },
  { id: 'openness', header: 'Openness', isSortable: true, cell: (row) => <OpennessMark openness={row.openness} /> },
  {
    id: 'licenceId',
    header: 'Licence',
    isSortable: true,
    cell: (row) => (
      <LicenceMark
        name={row.licence.name}
        basis={row.licence.basis}
        mismatch={row.licence.isMismatched ? { declared: null } : undefined}
      />
    ),
  },
  { id: 'line', header: 'Lineage · generation · tier', cell: (row) => row.line ?? NOTHING },
  {
    id: 'paramsTotalB',
    header: 'Parameters',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => row.parameters ?? NOTHING,
  },
  {
    id: 'contextTokens',
    header: 'Context, tokens',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => row.context ?? NOTHING,
  },
  {
    id: 'releaseOn',
    header: 'Released',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) =>
      row.released ? (
        <DayMark on={row.released.on} precision={row.released.precision} />
      ) : (
        <span className="text-muted">undated</span>
      ),
  },
  {
    id: 'upstream',
    header: 'At the hub',
    cell: (row) => (
      <span className="inline-flex items-center gap-3">
        <span>{row.upstream.says}</span>
        {row.upstream.freshness && <FreshnessMark freshness={row.upstream.freshness} now={row.now} />}
      </span>
    ),
  },
  { id: 'task', header: 'Task', isHiddenAtFirst: true, cell: (row) => row.task ?? NOTHING },
]
