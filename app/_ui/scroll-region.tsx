import type { ReactNode } from 'react'

// A region that scrolls has to be reachable by keyboard in every browser, also when nothing inside can take the focus.
const REACHABLE = { tabIndex: 0 } as const

interface ScrollRegionProps {
  label: string
  className?: string | undefined
  children: ReactNode
}

/** Scrolls what is wider or taller than its place, so that the page itself never scrolls sideways. */
export function ScrollRegion({ label, className = '', children }: ScrollRegionProps) {
  return (
    <section
      {...REACHABLE}
      aria-label={label}
      className={`relative min-w-0 overflow-auto focus-visible:-outline-offset-2 print:max-h-none print:overflow-visible ${className}`}
    >
      {children}
    </section>
  )
}
