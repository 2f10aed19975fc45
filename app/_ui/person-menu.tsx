import { CircleUser } from 'lucide-react'
import { type ReactNode, useId } from 'react'

interface PersonMenuProps {
  name: string
  /** Role or team, said under the name. */
  role: string
  /** Links and a sign-out form, one a line. */
  children: ReactNode
}

/** Who is signed in, and what they may do about it. The browser's own popover; no script needed. */
export function PersonMenu({ name, role, children }: PersonMenuProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={name}
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded px-1.5 text-sm hover:bg-sunken pointer-coarse:h-11 pointer-coarse:min-w-11"
      >
        <CircleUser aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
        <span className="hidden max-w-40 truncate lg:inline">{name}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="on-demand fixed min-w-56 rounded border bg-raised p-1 text-sm text-ink shadow-float"
      >
        <p className="border-b px-3 py-2">
          <span className="block font-medium">{name}</span>
          <span className="text-muted">{role}</span>
        </p>
        <div className="flex flex-col pt-1 *:rounded-sm [&_a]:block [&_a]:rounded-sm [&_a]:px-3 [&_a]:py-1.5 [&_a:hover]:bg-sunken [&_button]:w-full [&_button]:rounded-sm [&_button]:px-3 [&_button]:py-1.5 [&_button]:text-start [&_button:hover]:bg-sunken">
          {children}
        </div>
      </div>
    </>
  )
}
