import { Tabs } from '#app/_ui/tabs.tsx'
import type { Actor } from '#lib/auth/actor.ts'
import { may } from '#lib/auth/permissions.ts'

const TABS = [
  { label: 'You and your tokens', href: '/settings', permission: 'token:own' },
  { label: 'People', href: '/settings/people', permission: 'people:manage' },
  { label: 'Teams', href: '/settings/teams', permission: 'people:manage' },
  { label: 'What each role may do', href: '/settings/roles', permission: 'catalogue:read' },
] as const

/** The parts of the settings this person may open. */
export function SettingsTabs({ actor, current }: { actor: Actor; current: (typeof TABS)[number]['href'] }) {
  return (
    <Tabs
      label="Settings"
      tabs={TABS.filter((tab) => may(actor, tab.permission)).map(({ label, href }) => ({
        label,
        href,
        isCurrent: href === current,
      }))}
    />
  )
}
