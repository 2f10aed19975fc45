import { Download } from 'lucide-react'
import { words } from './words.ts'

interface TableExportProps {
  csvHref: string
  jsonHref: string
  total: number | undefined
}

const LINK =
  'inline-flex h-7 min-w-6 items-center rounded-sm text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent pointer-coarse:h-11'

/** Exactly this view as a file, with the number of rows it will hold. */
export function TableExport({ csvHref, jsonHref, total }: TableExportProps) {
  return (
    <span className="flex items-center gap-2 text-sm whitespace-nowrap text-muted">
      <Download aria-hidden className="size-4" strokeWidth={1.75} />
      {words.table.export(total === undefined ? '' : total.toLocaleString('en'))}
      <a href={csvHref} download className={LINK}>
        CSV
      </a>
      <a href={jsonHref} download className={LINK}>
        JSON
      </a>
    </span>
  )
}
