import type { ReactNode } from 'react'
import { ScrollRegion } from '#app/_ui/scroll-region.tsx'

interface PlainTableProps {
  /** Names the table for readers. */
  label: string
  /** The first column names the row. */
  head: { label: string; align?: 'end' | undefined; isWrapping?: boolean | undefined }[]
  rows: { key: string; cells: ReactNode[] }[]
}

/** A short table inside a section: nothing to sort, filter or page through. */
export function PlainTable({ label, head, rows }: PlainTableProps) {
  return (
    <ScrollRegion label={label}>
      <table className="w-full border-separate border-spacing-0 text-sm print:text-xs">
        <caption className="sr-only">{label}</caption>
        <thead className="text-xs text-muted">
          <tr className="*:h-9 *:border-b *:px-4 print:*:px-1.5 *:font-medium *:whitespace-nowrap">
            {head.map((column) => (
              <th key={column.label} scope="col" className={column.align === 'end' ? 'text-end' : 'text-start'}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className="*:h-9 *:border-b *:px-4 print:*:px-1.5 *:py-1 last:*:border-b-0 pointer-coarse:*:h-11"
            >
              {head.map((column, index) => {
                const space = column.isWrapping ? 'min-w-48' : 'whitespace-nowrap print:whitespace-normal'
                const side = column.align === 'end' ? 'text-end tabular-nums' : 'text-start'
                return index === 0 ? (
                  <th key={column.label} scope="row" className={`${side} ${space} font-normal`}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.label} className={`${side} ${space}`}>
                    {row.cells[index]}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
