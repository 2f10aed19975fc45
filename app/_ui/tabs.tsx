import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'

export interface Tab {
  label: string
  href: string
  isCurrent: boolean
  count?: number | undefined
}

/** The same thing from several sides; each side has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="-mt-2 border-b print:hidden">
      <div className="-mb-px flex gap-1 overflow-x-auto overflow-y-hidden">
        {tabs.map((tab) => (
          <AppLink
            key={tab.href}
            href={tab.href}
            aria-current={tab.isCurrent ? 'page' : undefined}
            className={classNames(
              'flex h-10 shrink-0 items-center gap-1.5 border-b-2 px-3 focus-visible:-outline-offset-2 pointer-coarse:h-11',
              // The browser starts a strip that is too wide at the side that is shown.
              tab.isCurrent
                ? 'border-accent font-medium [scroll-initial-target:nearest]'
                : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-sm text-muted">{tab.count.toLocaleString('en')}</span>}
          </AppLink>
        ))}
      </div>
    </nav>
  )
}
