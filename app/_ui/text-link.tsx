import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

/** A link inside text or a table cell: accent on a quiet underline. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <AppLink
      href={href}
      className="rounded-sm text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
    >
      {children}
    </AppLink>
  )
}
