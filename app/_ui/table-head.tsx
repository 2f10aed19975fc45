import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'
import { HEAD_CELL } from './table-class.ts'
import type { TableColumn } from './table-column.ts'
import { words } from './words.ts'

interface TableHeadProps<Row> {
  column: TableColumn<Row>
  direction: 'ascending' | 'descending' | undefined
  /** Where pressing the header leads; absent where the column cannot sort. */
  sortHref: string | undefined
  className: string
}

/** A column's header: a link that sorts, so that it works by keyboard and before any script. */
export function TableHead<Row>({ column, direction, sortHref, className }: TableHeadProps<Row>) {
  const Arrow = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <th
      scope="col"
      aria-sort={sortHref ? (direction ?? 'none') : undefined}
      className={classNames(HEAD_CELL, column.align === 'end' ? 'text-end' : 'text-start', className)}
    >
      {sortHref ? (
        <AppLink
          href={sortHref}
          scroll={false}
          className={classNames(
            'group/sort inline-flex min-h-8 items-center gap-1 rounded-sm pointer-coarse:min-h-11',
            column.align === 'end' && 'flex-row-reverse',
            direction && 'text-ink',
          )}
        >
          {column.header}
          {direction && <span className="sr-only">, {words.table.sorted[direction]}</span>}
          <Arrow
            aria-hidden
            className={classNames(
              'size-3.5 shrink-0',
              !direction && 'opacity-50 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100',
            )}
          />
        </AppLink>
      ) : (
        column.header
      )}
    </th>
  )
}
