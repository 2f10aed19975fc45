import { AppLink } from './app-link.tsx'
import { words } from './words.ts'

/** The product's sign and name, leading home. */
export function ProductMark() {
  return (
    <AppLink href="/" className="flex min-h-6 items-center gap-2.5 rounded-sm font-semibold">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 shrink-0">
        <rect x="1" y="1" width="30" height="30" rx="6" className="fill-accent" />
        <path
          d="M6 11h20M9 11v5M23 11v5M9 16h14M12 16l-1.5 8h11L20 16M16 19.5v4.5"
          className="fill-none stroke-on-accent"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="collapsed:sr-only">{words.shell.product}</span>
    </AppLink>
  )
}
