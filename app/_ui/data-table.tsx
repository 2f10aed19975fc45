'use client'

import type { RowSelectionState } from '@tanstack/react-table'
import { usePathname, useSearchParams } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { type ReactNode, useRef, useState } from 'react'
import { hrefWith } from './href-with.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { SelectBox } from './select-box.tsx'
import { HEAD_CELL } from './table-class.ts'
import type { TableColumn } from './table-column.ts'
import { TableExport } from './table-export.tsx'
import { TableHead } from './table-head.tsx'
import { useTableKeys } from './table-keys.ts'
import { useTableModel } from './table-model.ts'
import { TablePages, type TablePaging } from './table-pages.tsx'
import { tableParams } from './table-params.ts'
import { TableRow } from './table-row.tsx'
import { TableSearch } from './table-search.tsx'
import { type TableSelection, TableSelectionBar } from './table-selection-bar.tsx'
import { nextSort, parseSort } from './table-sort.ts'
import { TableViewMenu } from './table-view-menu.tsx'
import { words } from './words.ts'

interface DataTableProps<Row> {
  /** Names the table for readers: `Deployments`. */
  label: string
  /** The first column names the row, stays in sight and cannot be hidden. Keep the array at module level. */
  columns: readonly TableColumn<Row>[]
  rows: Row[]
  rowId: (row: Row) => string
  /** How many rows match in all; absent where counting was left out. */
  total?: number | undefined
  /** The order the server used, when the URL names none: `name`, `-releaseOn`. */
  defaultSort?: string | undefined
  paging?: TablePaging | undefined
  /** Addresses of the exports without parameters; the view's own are added. */
  exports?: { csv: string; json: string } | undefined
  /** Placeholder of the search field; absent where the list cannot be searched. */
  search?: string | undefined
  /** Shown instead of rows. */
  empty: ReactNode
  /** Bulk actions; their presence makes rows selectable. */
  selectionActions?: ((selection: TableSelection) => ReactNode) | undefined
  /** What a row is called when it is selected. */
  rowName?: ((row: Row) => string) | undefined
}

const VIEW = { sort: tableParams.sort, columns: tableParams.columns, density: tableParams.density }

/** A list whose order, columns, density and place live in the URL. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, total, selectionActions, paging } = props
  const [view, setView] = useQueryStates(VIEW, { shallow: true })
  const [selected, setSelected] = useState<RowSelectionState>({})
  const [isAllMatching, setAllMatching] = useState(false)
  const body = useRef<HTMLTableSectionElement>(null)
  const path = usePathname()
  const params = useSearchParams()
  useTableKeys(body)

  const sortText = view.sort || props.defaultSort || ''
  const sort = parseSort(sortText)
  const table = useTableModel({
    columns,
    rows,
    rowId,
    sort: sortText,
    shown: view.columns,
    selected,
    onSelect: (next) => {
      setSelected(next)
      setAllMatching(false)
    },
  })
  const visible = columns.filter((column) => table.getColumn(column.id)?.getIsVisible())
  const ids = Object.keys(selected)
  const selection: TableSelection =
    isAllMatching && total !== undefined ? { kind: 'all-matching', total } : { kind: 'rows', ids }
  const clear = () => {
    setSelected({})
    setAllMatching(false)
  }
  const choose = (id: string, isShown: boolean) => {
    const next = columns.filter((column) => (column.id === id ? isShown : visible.includes(column)))
    void setView({ columns: next.map((column) => column.id) })
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        {props.search && <TableSearch label={props.search} />}
        <div className="ms-auto flex flex-wrap items-center gap-x-4 gap-y-1">
          <TableViewMenu
            columns={columns.map((column, index) => ({
              id: column.id,
              header: column.header,
              isShown: visible.includes(column),
              isFixed: index === 0,
            }))}
            onColumn={choose}
            density={view.density}
            onDensity={(density) => void setView({ density })}
          />
          {props.exports && (
            <TableExport
              csvHref={hrefWith(props.exports.csv, params, {})}
              jsonHref={hrefWith(props.exports.json, params, {})}
              total={total}
            />
          )}
        </div>
      </div>
      <div className="min-w-0 overflow-hidden rounded border bg-surface print:overflow-visible print:border-0">
        {selectionActions && ids.length > 0 && (
          <TableSelectionBar
            selection={selection}
            total={total}
            onAllMatching={() => setAllMatching(true)}
            onClear={clear}
          >
            {selectionActions(selection)}
          </TableSelectionBar>
        )}
        <ScrollRegion label={props.label} className="max-h-[max(24rem,calc(100dvh-10rem))]">
          <table className="w-full border-separate border-spacing-0 text-sm print:text-xs">
            <caption className="sr-only">{props.label}</caption>
            <thead>
              <tr className="bg-canvas">
                {selectionActions && (
                  <th scope="col" className={`${HEAD_CELL} start-0 z-30 w-10 px-0 print:hidden`}>
                    <SelectBox
                      name={words.table.selectPage}
                      isSelected={table.getIsAllRowsSelected()}
                      onChange={table.getToggleAllRowsSelectedHandler()}
                    />
                  </th>
                )}
                {visible.map((column, index) => (
                  <TableHead
                    key={column.id}
                    column={column}
                    direction={sort?.id === column.id ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
                    sortHref={
                      column.isSortable
                        ? hrefWith(path, params, { sort: nextSort(sort, column.id, column.isDescendingFirst ?? false) })
                        : undefined
                    }
                    className={index === 0 ? `z-30 border-e ${selectionActions ? 'start-10' : 'start-0'}` : ''}
                  />
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {table.getRowModel().rows.map((row) => (
                <TableRow
                  key={row.id}
                  row={row.original}
                  columns={visible}
                  density={view.density}
                  selection={
                    selectionActions && {
                      name: words.table.selectRow(props.rowName?.(row.original) ?? row.id),
                      isSelected: row.getIsSelected(),
                      onChange: row.getToggleSelectedHandler(),
                    }
                  }
                />
              ))}
            </tbody>
          </table>
          {rows.length === 0 && props.empty}
        </ScrollRegion>
      </div>
      {paging && <TablePages paging={paging} hrefOf={(changes) => hrefWith(path, params, changes)} />}
    </div>
  )
}
