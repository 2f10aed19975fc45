import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { TableColumn } from './table-column.ts'
import { parseSort } from './table-sort.ts'

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, rowSelectionFeature })

interface TableModelInput<Row> {
  columns: readonly TableColumn<Row>[]
  rows: Row[]
  rowId: (row: Row) => string
  sort: string
  /** Ids of the columns shown; empty means the default ones. */
  shown: readonly string[]
  selected: RowSelectionState
  onSelect: (selected: RowSelectionState) => void
}

/** TanStack's table over rows the server has already filtered, sorted and cut. */
export function useTableModel<Row extends object>(input: TableModelInput<Row>) {
  const { columns, shown, selected } = input
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(
      columns.map((column, index) =>
        helper.accessor((row) => row, {
          id: column.id,
          header: column.header,
          enableSorting: column.isSortable ?? false,
          enableHiding: index > 0,
        }),
      ),
    )
  }, [columns])
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column, index) => [column.id, index === 0 || isShown(column, shown)])),
    [columns, shown],
  )
  const sort = parseSort(input.sort)
  return useTable({
    features,
    columns: definitions,
    data: input.rows,
    getRowId: input.rowId,
    manualSorting: true,
    state: {
      sorting: sort ? [{ id: sort.id, desc: sort.isDescending }] : [],
      columnVisibility,
      rowSelection: selected,
    },
    onRowSelectionChange: (update: Updater<RowSelectionState>) =>
      input.onSelect(update instanceof Function ? update(selected) : update),
  })
}

function isShown<Row>(column: TableColumn<Row>, shown: readonly string[]): boolean {
  return shown.length === 0 ? !column.isHiddenAtFirst : shown.includes(column.id)
}
