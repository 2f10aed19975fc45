import {
  Activity,
  BadgeCheck,
  BookOpenText,
  Boxes,
  ClipboardCheck,
  FileText,
  Gauge,
  GitCompareArrows,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Radar,
  Scale,
  ScrollText,
  ServerCog,
  Settings,
  ShieldCheck,
  SlidersHorizontal,
  TriangleAlert,
  Users,
} from 'lucide-react'

const ICONS = {
  overview: LayoutDashboard,
  findings: TriangleAlert,
  reviews: ClipboardCheck,
  duties: ListChecks,
  deployments: ServerCog,
  models: Boxes,
  families: BookOpenText,
  licences: Scale,
  changes: GitCompareArrows,
  sources: Radar,
  risk: Gauge,
  scenarios: SlidersHorizontal,
  reports: FileText,
  policies: ShieldCheck,
  audit: ScrollText,
  settings: Settings,
  people: Users,
  activity: Activity,
  publishers: BadgeCheck,
} satisfies Record<string, LucideIcon>

export type IconName = keyof typeof ICONS

/** A navigation icon by name; decoration beside a word, never alone. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  const Glyph = ICONS[name]
  return <Glyph aria-hidden className={className} strokeWidth={1.75} />
}
