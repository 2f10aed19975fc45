import { Bot, KeyRound, type LucideIcon, Terminal, User, Users } from 'lucide-react'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

export type PersonKind = keyof typeof words.actor

const GLYPHS: Record<PersonKind, LucideIcon> = {
  person: User,
  team: Users,
  automation: Bot,
  operator: Terminal,
  token: KeyRound,
}

interface PersonMarkProps {
  name: string
  kind?: PersonKind | undefined
  href?: string | undefined
}

/** Who did it or whose it is, by name. */
export function PersonMark({ name, kind = 'person', href }: PersonMarkProps) {
  const Glyph = GLYPHS[kind]
  return (
    <span className="inline-flex min-h-6 max-w-full items-center gap-1.5">
      <Glyph aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      <span className="sr-only">{words.actor[kind]}</span>
      <span className="min-w-0">{href ? <TextLink href={href}>{name}</TextLink> : name}</span>
    </span>
  )
}
