import { X } from 'lucide-react'
import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

export interface FilterPill {
  label: string
  /** Where pressing leads: the filter set, or taken away when it is active. */
  href: string
  isActive?: boolean | undefined
  count?: number | undefined
}

/** Filters as links, so that a view can be sent to somebody. */
export function FilterPills({ pills, clearHref }: { pills: FilterPill[]; clearHref?: string | undefined }) {
  return (
    <nav aria-label={words.filters.label} className="flex flex-wrap items-center gap-2 print:hidden">
      {pills.map((pill) => (
        <AppLink
          key={pill.label}
          href={pill.href}
          aria-current={pill.isActive ? 'true' : undefined}
          aria-label={pill.isActive ? words.filters.remove(pill.label) : undefined}
          className={classNames(
            'inline-flex h-7 items-center gap-1.5 rounded border px-2.5 text-sm pointer-coarse:h-11',
            pill.isActive
              ? 'border-accent bg-accent-tint font-medium text-accent'
              : 'border-edge/50 bg-surface text-ink hover:bg-sunken',
          )}
        >
          {pill.label}
          {pill.count !== undefined && (
            <span className={pill.isActive ? '' : 'text-muted'}>{pill.count.toLocaleString('en')}</span>
          )}
          {pill.isActive && <X aria-hidden className="size-3.5" />}
        </AppLink>
      ))}
      {clearHref && (
        <span className="inline-flex min-h-6 items-center text-sm">
          <TextLink href={clearHref}>{words.filters.clear}</TextLink>
        </span>
      )}
    </nav>
  )
}
