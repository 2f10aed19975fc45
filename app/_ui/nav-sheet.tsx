'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Menu, X } from 'lucide-react'
import { useState } from 'react'
import type { NavItem } from './nav-item.ts'
import { NavList } from './nav-list.tsx'
import { words } from './words.ts'

const SQUARE = 'grid size-9 place-items-center rounded text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11'

/** The navigation on narrow screens: a sheet from the start edge that closes when a link is followed. */
export function NavSheet({ items }: { items: readonly NavItem[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={SQUARE} aria-label={words.shell.openNavigation}>
        <Menu aria-hidden className="size-5" strokeWidth={1.75} />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 start-0 z-50 flex w-72 max-w-[85vw] flex-col gap-3 overflow-y-auto bg-surface p-3 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <div className="flex items-center justify-between">
            <Dialog.Title className="px-2 font-semibold">{words.shell.product}</Dialog.Title>
            <Dialog.Close className={SQUARE} aria-label={words.shell.closeNavigation}>
              <X aria-hidden className="size-5" strokeWidth={1.75} />
            </Dialog.Close>
          </div>
          <nav aria-label={words.shell.navigation}>
            <NavList items={items} onFollow={() => setOpen(false)} />
          </nav>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
