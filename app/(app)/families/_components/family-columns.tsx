'use client'

import { DayMark } from '#app/_ui/day-mark.tsx'
import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ListedFamily } from '#lib/catalogue/family-list.ts'

function Released({ on, precision }: { on: Date | null; precision: string | null }) {
  if (on === null) return <span className="text-muted">undated</span>
  return <DayMark on={on} precision={precision === 'month' ? 'month' : 'day'} />
}

/** The columns of the table of families; ids are those the list sorts by. */
export const FAMILY_TABLE_COLUMNS: readonly TableColumn<ListedFamily>[] = [
  {
    id: 'name',
    header: 'Family',
    isSortable: true,
    cell: (row) => <TextLink href={`/families/${row.id}`}>{row.name}</TextLink>,
  },
  {
    id: 'publisher',
    header: 'Publisher',
    isSortable: true,
    cell: (row) => <TextLink href={`/publishers/${encodeURIComponent(row.publisher)}`}>{row.publisher}</TextLink>,
  },
  {
    id: 'models',
    header: 'Models',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => row.models.toLocaleString('en'),
  },
  {
    id: 'weights',
    header: 'With weights',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => row.weights.toLocaleString('en'),
  },
  {
    id: 'apiOnly',
    header: 'API only',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => row.apiOnly.toLocaleString('en'),
  },
  {
    id: 'undated',
    header: 'Undated',
    align: 'end',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => row.undated.toLocaleString('en'),
  },
  {
    id: 'firstOn',
    header: 'First release',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => <Released on={row.firstOn} precision={row.firstPrecision} />,
  },
  {
    id: 'lastOn',
    header: 'Latest release',
    isSortable: true,
    isDescendingFirst: true,
    cell: (row) => <Released on={row.lastOn} precision={row.lastPrecision} />,
  },
]
