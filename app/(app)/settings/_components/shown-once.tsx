import type { ReactNode } from 'react'
import { CopyButton } from '#app/_ui/copy-button.tsx'

interface ShownOnceProps {
  /** What it is and whose. */
  title: string
  secret: string
  /** What to do with it. */
  children: ReactNode
}

/** A secret that stands on this page now and nowhere afterwards. */
export function ShownOnce({ title, secret, children }: ShownOnceProps) {
  return (
    <div role="status" className="max-w-xl rounded border border-accent bg-accent-tint p-4">
      <p className="font-medium">{title}</p>
      <p className="mt-2 flex items-start gap-2">
        <code className="min-w-0 font-mono text-sm break-all select-all">{secret}</code>
        <CopyButton value={secret} name={title} />
      </p>
      <p className="mt-2 text-sm">{children}</p>
    </div>
  )
}
