import type { ReactNode } from 'react'

/** One column of a `DataTable`. Columns only render; the server sorts, filters and cuts pages. */
export interface TableColumn<Row> {
  /** Stands in the URL: `columns=name,team`, `sort=-name`. */
  id: string
  header: string
  cell: (row: Row) => ReactNode
  isSortable?: boolean | undefined
  /** Figures and instants read best from the largest. */
  isDescendingFirst?: boolean | undefined
  /** Figures stand at the end edge. */
  align?: 'start' | 'end' | undefined
  /** Sentences may break; everything else stays on one line. */
  isWrapping?: boolean | undefined
  isHiddenAtFirst?: boolean | undefined
}
