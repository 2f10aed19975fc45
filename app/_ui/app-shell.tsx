import type { ReactNode } from 'react'
import type { NavItem } from './nav-item.ts'
import { NavRail } from './nav-rail.tsx'
import { NavSheet } from './nav-sheet.tsx'
import type { Preferences } from './preferences.ts'
import { ProductMark } from './product-mark.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { words } from './words.ts'

interface AppShellProps {
  items: readonly NavItem[]
  preferences: Preferences
  /** Banners that hold on every page: sample organisation, test clock. */
  banners?: ReactNode
  search?: ReactNode
  freshness?: ReactNode
  /** The person's menu, usually `PersonMenu`. */
  person?: ReactNode
  children: ReactNode
}

/** The frame of every signed-in page: navigation, top bar, and the page itself as `main`. */
export function AppShell({ items, preferences, banners, search, freshness, person, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="sr-only z-50 rounded bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-2"
      >
        {words.shell.skip}
      </a>
      <NavRail items={items} isCollapsed={preferences.isNavCollapsed} />
      <div className="flex min-w-0 grow flex-col">
        {banners && <aside aria-label={words.shell.notices}>{banners}</aside>}
        <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-3 border-b bg-surface px-2 md:px-6 print:hidden">
          <div className="flex min-w-0 items-center gap-1 md:hidden">
            <NavSheet items={items} />
            <ProductMark />
          </div>
          {search}
          <div className="ms-auto flex min-w-0 items-center gap-3">
            <div className="hidden min-w-0 truncate text-sm text-muted sm:block">{freshness}</div>
            <ThemeSwitch theme={preferences.theme} />
            {person}
          </div>
        </header>
        <main id="content" tabIndex={-1} className="w-full min-w-0 grow px-4 py-6 outline-none md:px-6 print:p-0">
          <div className="mx-auto flex max-w-[1600px] flex-col gap-6">{children}</div>
        </main>
      </div>
    </div>
  )
}
