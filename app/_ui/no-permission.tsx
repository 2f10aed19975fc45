import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { words } from './words.ts'

interface NoPermissionProps {
  /** Completes "You may not …": `change deployments of team Search`. */
  what: string
  /** Who can grant it, by role or name. */
  grantedBy: string
  action?: ReactNode
}

/** Says what is not permitted and who can change that. */
export function NoPermission({ what, grantedBy, action }: NoPermissionProps) {
  return (
    <div className="flex gap-3 rounded border bg-surface p-4">
      <Lock aria-hidden className="mt-px size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="flex flex-col items-start gap-3">
        <div>
          <p className="font-medium">{words.states.noPermission(what)}</p>
          <p className="text-muted">{words.states.grantedBy(grantedBy)}</p>
        </div>
        {action}
      </div>
    </div>
  )
}
