import type { IconName } from './icon.tsx'

/** One place in the navigation. `group` is the heading it stands under; `count` only where somebody must act. */
export interface NavItem {
  label: string
  href: string
  icon: IconName
  count?: number | undefined
  group?: string | undefined
}

/** Items in their order, gathered under their headings. */
export function groupNavItems(items: readonly NavItem[]): { heading: string | undefined; items: NavItem[] }[] {
  const groups: { heading: string | undefined; items: NavItem[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last.heading === item.group) last.items.push(item)
    else groups.push({ heading: item.group, items: [item] })
  }
  return groups
}

/** Whether a path lies at or below an item; the root only holds itself. */
export function isCurrentItem(item: NavItem, path: string): boolean {
  return item.href === '/' ? path === '/' : path === item.href || path.startsWith(`${item.href}/`)
}
