import { classNames } from './class-names.ts'
import { SelectBox } from './select-box.tsx'
import { FIRST_CELL, ROW_HEIGHT } from './table-class.ts'
import type { TableColumn } from './table-column.ts'
import type { Density } from './table-params.ts'

interface TableRowProps<Row> {
  row: Row
  columns: readonly TableColumn<Row>[]
  density: Density
  selection?: { name: string; isSelected: boolean; onChange: (event: unknown) => void } | undefined
}

/** One row; its first cell names it. */
export function TableRow<Row>({ row, columns, density, selection }: TableRowProps<Row>) {
  const ground = selection?.isSelected ? 'bg-accent-tint' : 'bg-surface group-hover/row:bg-sunken'
  const base = `border-b px-3 py-1 print:px-1 group-last/row:border-b-0 ${ground}`
  return (
    <tr className="group/row">
      {selection && (
        <td className={`${base} sticky start-0 z-10 px-0 print:hidden`}>
          <SelectBox {...selection} />
        </td>
      )}
      {columns.map((column, index) => {
        const className = classNames(
          base,
          ROW_HEIGHT[density],
          column.align === 'end' ? 'text-end tabular-nums' : 'text-start',
          column.isWrapping
            ? 'max-w-md min-w-56'
            : index > 0 &&
                'whitespace-nowrap not-print:*:flex-nowrap print:whitespace-normal print:*:whitespace-normal',
        )
        return index === 0 ? (
          <th
            key={column.id}
            scope="row"
            className={`${className} ${FIRST_CELL} ${selection ? 'start-10' : 'start-0'} border-e font-normal`}
          >
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={className}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}
