import { Fragment, type ReactNode } from 'react'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

interface PageHeaderProps {
  title: string
  /** One sentence: what this page is for. */
  sentence?: ReactNode
  /** At the right; the primary action last. */
  actions?: ReactNode
  /** Where this page lies, outermost first, without the page itself. */
  breadcrumbs?: { label: string; href: string }[]
  /** Marks that belong to the thing as a whole, beside its title. */
  marks?: ReactNode
}

/** Title, what the page is for, and what can be done here. */
export function PageHeader({ title, sentence, actions, breadcrumbs = [], marks }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-full">
        {breadcrumbs.length > 0 && (
          <nav
            aria-label={words.shell.breadcrumbs}
            className="mb-1 flex min-h-6 flex-wrap items-center gap-x-2 text-sm"
          >
            {breadcrumbs.map((crumb, index) => (
              <Fragment key={crumb.href}>
                {index > 0 && (
                  <span aria-hidden className="text-muted">
                    /
                  </span>
                )}
                <TextLink href={crumb.href}>{crumb.label}</TextLink>
              </Fragment>
            ))}
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-title font-semibold tracking-tight [overflow-wrap:anywhere]">{title}</h1>
          {marks}
        </div>
        {sentence && <p className="mt-1 max-w-[80ch] text-muted">{sentence}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </div>
  )
}
