import { Tabs } from '#app/_ui/tabs.tsx'

const TABS = [
  { label: 'Licences', href: '/licences' },
  { label: 'Texts', href: '/licences/texts' },
  { label: 'Search', href: '/licences/search' },
  { label: 'Compare', href: '/licences/compare' },
  { label: 'Terms side by side', href: '/licences/terms' },
  { label: 'Who is bound', href: '/licences/bindings' },
] as const

/** The sides of the licence ledger. */
export function LedgerTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return <Tabs label="Licence ledger" tabs={TABS.map((tab) => ({ ...tab, isCurrent: tab.href === current }))} />
}
