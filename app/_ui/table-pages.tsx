import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { buttonClass } from './button-class.ts'
import { words } from './words.ts'

/** Where a list stands: numbered pages, or cursors where the list is too long to count through. */
export type TablePaging =
  | { kind: 'pages'; page: number; pageSize: number; total: number }
  | { kind: 'cursor'; previous: string | null; next: string | null }

interface TablePagesProps {
  paging: TablePaging
  /** The address of this view at another place. */
  hrefOf: (changes: Record<string, string | null>) => string
}

/** Links to the neighbouring pages and a line that says which part is shown. */
export function TablePages({ paging, hrefOf }: TablePagesProps) {
  if (paging.kind === 'cursor') {
    if (paging.previous === null && paging.next === null) return null
    return (
      <PageLinks
        previous={paging.previous === null ? null : hrefOf({ cursor: paging.previous })}
        next={paging.next === null ? null : hrefOf({ cursor: paging.next })}
      />
    )
  }
  const { page, pageSize, total } = paging
  const pageCount = Math.ceil(total / pageSize)
  if (pageCount <= 1) return null
  const place = (to: number) => hrefOf({ page: to === 1 ? null : String(to) })
  const figure = (n: number) => n.toLocaleString('en')
  return (
    <PageLinks previous={page > 1 ? place(page - 1) : null} next={page < pageCount ? place(page + 1) : null}>
      {words.table.range(figure((page - 1) * pageSize + 1), figure(Math.min(page * pageSize, total)), figure(total))}
    </PageLinks>
  )
}

function PageLinks({
  previous,
  next,
  children,
}: {
  previous: string | null
  next: string | null
  children?: ReactNode
}) {
  return (
    <nav aria-label={words.table.pages} className="flex items-center justify-end gap-2 text-sm print:hidden">
      {children && <span className="me-2 text-muted">{children}</span>}
      {previous !== null && (
        <AppLink href={previous} rel="prev" className={buttonClass('secondary', 'small')}>
          <ChevronLeft aria-hidden className="size-4" />
          {words.table.previous}
        </AppLink>
      )}
      {next !== null && (
        <AppLink href={next} rel="next" className={buttonClass('secondary', 'small')}>
          {words.table.next}
          <ChevronRight aria-hidden className="size-4" />
        </AppLink>
      )}
    </nav>
  )
}
