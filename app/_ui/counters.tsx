import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'

export interface Counter {
  label: string
  count: number
  /** The same list, filtered to what is counted. */
  href: string
  isActive?: boolean | undefined
  /** A mark in front of the label, where the counter stands for a status. */
  mark?: ReactNode
}

/** Figures that filter the list below them. A zero is a figure like any other. */
export function Counters({ label, counters }: { label: string; counters: Counter[] }) {
  return (
    <nav
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] overflow-hidden rounded border bg-surface print:hidden"
    >
      {counters.map((counter) => (
        <AppLink
          key={counter.href}
          href={counter.href}
          aria-current={counter.isActive ? 'true' : undefined}
          className={classNames(
            '-me-px -mb-px flex flex-col justify-between gap-0.5 border-e border-b px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2',
            counter.isActive && 'bg-accent-tint',
          )}
        >
          <span className="flex items-center gap-1.5 text-sm text-muted">
            {counter.mark}
            {counter.label}
          </span>
          <span
            className={classNames(
              'text-figure font-semibold tabular-nums',
              counter.count === 0 && 'font-normal text-muted',
            )}
          >
            {counter.count.toLocaleString('en')}
          </span>
        </AppLink>
      ))}
    </nav>
  )
}
