import type { ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import { words } from './words.ts'

/** What bulk actions act on: the named rows, or everything the filter matches on every page. */
export type TableSelection = { kind: 'rows'; ids: string[] } | { kind: 'all-matching'; total: number }

interface TableSelectionBarProps {
  selection: TableSelection
  total: number | undefined
  /** Offered only where there is more than this page. */
  onAllMatching: () => void
  onClear: () => void
  children: ReactNode
}

/** Says exactly what is selected and offers what can be done with it. */
export function TableSelectionBar({ selection, total, onAllMatching, onClear, children }: TableSelectionBarProps) {
  const isPartial = selection.kind === 'rows' && total !== undefined && total > selection.ids.length
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 border-b bg-accent-tint px-3 py-1.5 text-sm">
      <span className="font-medium">
        {selection.kind === 'rows'
          ? words.table.selected(selection.ids.length.toLocaleString('en'))
          : words.table.allMatching(selection.total.toLocaleString('en'))}
      </span>
      {isPartial && (
        <button type="button" onClick={onAllMatching} className={buttonClass('quiet', 'small')}>
          {words.table.selectAllMatching(total.toLocaleString('en'))}
        </button>
      )}
      <button type="button" onClick={onClear} className={buttonClass('quiet', 'small')}>
        {words.table.clearSelection}
      </button>
      <span className="ms-auto flex flex-wrap gap-2">{children}</span>
    </div>
  )
}
