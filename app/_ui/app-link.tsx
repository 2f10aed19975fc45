import type { Route } from 'next'
import Link from 'next/link'
import type { ComponentPropsWithoutRef } from 'react'

type AppLinkProps = Omit<ComponentPropsWithoutRef<typeof Link>, 'href'> & { href: string }

/** A link whose address was computed; prefetches only when asked to, so that a table of links asks for nothing. */
export function AppLink({ href, prefetch = false, ...rest }: AppLinkProps) {
  return <Link href={href as Route} prefetch={prefetch} {...rest} />
}
