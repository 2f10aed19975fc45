'use client'

import { Columns3 } from 'lucide-react'
import { useId } from 'react'
import { buttonClass } from './button-class.ts'
import { DENSITIES, type Density } from './table-params.ts'
import { words } from './words.ts'

export interface ColumnChoice {
  id: string
  header: string
  isShown: boolean
  /** The first column names the row and always stays. */
  isFixed: boolean
}

interface TableViewMenuProps {
  columns: ColumnChoice[]
  onColumn: (id: string, isShown: boolean) => void
  density: Density
  onDensity: (density: Density) => void
}

const CHOICE = 'flex min-h-7 items-center gap-2 rounded-sm px-2 hover:bg-sunken pointer-coarse:min-h-11'

/** Which columns are shown and how close the rows stand. */
export function TableViewMenu({ columns, onColumn, density, onDensity }: TableViewMenuProps) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonClass('quiet', 'small')}>
        <Columns3 aria-hidden className="size-4" strokeWidth={1.75} />
        {words.table.columns}
      </button>
      <div
        id={id}
        popover="auto"
        className="on-demand fixed w-56 rounded border bg-raised p-2 text-sm text-ink shadow-float"
      >
        <fieldset>
          <legend className="px-2 pb-1 text-xs font-medium text-muted">{words.table.columns}</legend>
          {columns.map((column) => (
            <label key={column.id} className={CHOICE}>
              <input
                type="checkbox"
                checked={column.isShown}
                disabled={column.isFixed}
                onChange={(event) => onColumn(column.id, event.target.checked)}
                className="size-4 accent-accent"
              />
              {column.header}
            </label>
          ))}
        </fieldset>
        <fieldset className="mt-2 border-t pt-2">
          <legend className="float-left w-full px-2 pb-1 text-xs font-medium text-muted">{words.table.density}</legend>
          {DENSITIES.map((choice) => (
            <label key={choice} className={`${CHOICE} clear-both`}>
              <input
                type="radio"
                name={`${id}-density`}
                checked={density === choice}
                onChange={() => onDensity(choice)}
                className="size-4 accent-accent"
              />
              {words.table[choice]}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  )
}
