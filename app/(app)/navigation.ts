import type { NavItem } from '#app/_ui/nav-item.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { may, type Permission } from '#lib/auth/permissions.ts'

const ITEMS: (NavItem & { permission: Permission; countKey?: 'findings' })[] = [
  { label: 'Overview', href: '/', icon: 'overview', permission: 'catalogue:read' },
  {
    label: 'Findings',
    href: '/findings',
    icon: 'findings',
    group: 'Work',
    permission: 'finding:read',
    countKey: 'findings',
  },
  { label: 'Deployments', href: '/deployments', icon: 'deployments', group: 'Register', permission: 'deployment:read' },
  { label: 'Models', href: '/models', icon: 'models', group: 'Register', permission: 'catalogue:read' },
  { label: 'Families', href: '/families', icon: 'families', group: 'Register', permission: 'catalogue:read' },
  { label: 'Licences', href: '/licences', icon: 'licences', group: 'Register', permission: 'catalogue:read' },
  { label: 'Changes', href: '/changes', icon: 'changes', group: 'Upstream', permission: 'upstream:read' },
  { label: 'Sources', href: '/sources', icon: 'sources', group: 'Upstream', permission: 'upstream:read' },
  { label: 'Reports', href: '/reports', icon: 'reports', group: 'Report', permission: 'report:read' },
  { label: 'Policies', href: '/policies', icon: 'policies', group: 'Govern', permission: 'policy:read' },
  { label: 'Audit', href: '/audit', icon: 'audit', group: 'Govern', permission: 'audit:read' },
  { label: 'Settings', href: '/settings', icon: 'settings', group: 'Govern', permission: 'token:own' },
]

/** The places this person may go, in the order people work. Counts only where somebody must act. */
export function navigationFor(actor: Actor, counts: { findings: number }): NavItem[] {
  return ITEMS.filter((item) => may(actor, item.permission)).map(({ permission: _, countKey, ...item }) =>
    countKey ? { ...item, count: counts[countKey] } : item,
  )
}
