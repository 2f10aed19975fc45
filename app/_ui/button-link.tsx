import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { type ButtonVariant, buttonClass } from './button-class.ts'

interface ButtonLinkProps {
  href: string
  variant?: ButtonVariant | undefined
  size?: 'regular' | 'small' | undefined
  children: ReactNode
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ href, variant, size, children }: ButtonLinkProps) {
  return (
    <AppLink href={href} className={buttonClass(variant, size)}>
      {children}
    </AppLink>
  )
}
