import { classNames } from './class-names.ts'
import { SelectBox } from './select-box.tsx'
import { ROW_HEIGHT } from './table-class.ts'
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
  const base = selection?.isSelected ? 'cell bg-accent-tint' : 'cell cell-plain'
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
          column.align === 'end' && 'text-end tabular-nums',
          column.isWrapping ? 'max-w-md min-w-56' : index > 0 && 'cell-one-line',
        )
        return index === 0 ? (
          <th key={column.id} scope="row" className={`${className} cell-first ${selection ? 'start-10' : 'start-0'}`}>
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
