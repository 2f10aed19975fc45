import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { choosePreference } from './choose-preference.ts'
import type { NavItem } from './nav-item.ts'
import { NavList } from './nav-list.tsx'
import { ProductMark } from './product-mark.tsx'
import { words } from './words.ts'

/** The navigation on wide screens: 224 px, or icons alone when the reader has chosen so. */
export function NavRail({ items, isCollapsed }: { items: readonly NavItem[]; isCollapsed: boolean }) {
  const label = isCollapsed ? words.shell.expand : words.shell.collapse
  const Glyph = isCollapsed ? PanelLeftOpen : PanelLeftClose
  return (
    <nav
      aria-label={words.shell.navigation}
      data-nav={isCollapsed ? 'icons' : 'full'}
      className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-e bg-surface data-[nav=icons]:w-14 md:flex print:hidden"
    >
      <div className="flex h-12 shrink-0 items-center px-4 collapsed:justify-center collapsed:px-0">
        <ProductMark />
      </div>
      <div className="min-h-0 grow overflow-y-auto px-2 py-2">
        <NavList items={items} />
      </div>
      <form action={choosePreference} className="flex border-t p-2 collapsed:justify-center">
        <button
          type="submit"
          name="nav"
          value={isCollapsed ? 'full' : 'icons'}
          aria-label={label}
          title={label}
          className="grid size-8 place-items-center rounded text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <Glyph aria-hidden className="size-4" strokeWidth={1.75} />
        </button>
      </form>
    </nav>
  )
}
