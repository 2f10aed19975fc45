'use client'

import { usePathname } from 'next/navigation'
import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { groupNavItems, isCurrentItem, type NavItem } from './nav-item.ts'

/** The navigation's links, the current one marked. Inside `[data-nav=icons]` only the icons are seen, the words stay for readers. */
export function NavList({ items, onFollow }: { items: readonly NavItem[]; onFollow?: () => void }) {
  const path = usePathname()
  return (
    <div className="flex flex-col gap-4">
      {groupNavItems(items).map((group) => (
        <div key={group.heading ?? group.items[0]?.href}>
          {group.heading && (
            <p className="mb-1 px-2 text-xs font-medium text-muted collapsed:mx-2 collapsed:mb-2 collapsed:h-0 collapsed:overflow-hidden collapsed:border-t">
              {group.heading}
            </p>
          )}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => (
              <NavLink key={item.href} item={item} isCurrent={isCurrentItem(item, path)} onFollow={onFollow} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

interface NavLinkProps {
  item: NavItem
  isCurrent: boolean
  onFollow: (() => void) | undefined
}

function NavLink({ item, isCurrent, onFollow }: NavLinkProps) {
  return (
    <li>
      <AppLink
        href={item.href}
        aria-current={isCurrent ? 'page' : undefined}
        title={item.label}
        onClick={() => onFollow?.()}
        className={classNames(
          'relative flex h-8 items-center gap-2.5 rounded px-2 pointer-coarse:h-11 collapsed:justify-center collapsed:px-0',
          isCurrent ? 'bg-sunken font-medium text-ink' : 'text-muted hover:bg-sunken hover:text-ink',
        )}
      >
        <Icon name={item.icon} className={classNames('size-4 shrink-0', isCurrent && 'text-accent')} />
        <span className="grow truncate collapsed:sr-only">{item.label}</span>
        {item.count !== undefined && item.count > 0 && (
          <span className="rounded-sm bg-accent-tint px-1.5 text-xs font-medium text-accent collapsed:absolute collapsed:end-0.5 collapsed:top-0 collapsed:px-1">
            {item.count.toLocaleString('en')}
          </span>
        )}
      </AppLink>
    </li>
  )
}
