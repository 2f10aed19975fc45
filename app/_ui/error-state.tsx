import { CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { words } from './words.ts'

interface ErrorStateProps {
  /** What happened, as a sentence. */
  what: string
  /** What was kept, so that nobody does it twice. */
  kept: string
  /** How to go on. */
  next: ReactNode
  reference?: string | undefined
  action?: ReactNode
}

/** A failure, told so that the reader can go on: what happened, what was kept, what to do, and what to quote. */
export function ErrorState({ what, kept, next, reference, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex gap-3 rounded border border-deny/50 bg-surface p-4">
      <CircleX aria-hidden className="mt-px size-5 shrink-0 text-deny" strokeWidth={1.75} />
      <div className="flex min-w-0 flex-col items-start gap-3">
        <p className="font-medium">{what}</p>
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
          <dt className="text-muted">{words.states.kept}</dt>
          <dd>{kept}</dd>
          <dt className="text-muted">{words.states.next}</dt>
          <dd>{next}</dd>
          {reference && (
            <>
              <dt className="text-muted">{words.states.reference}</dt>
              <dd className="font-mono [overflow-wrap:anywhere] select-all">{reference}</dd>
            </>
          )}
        </dl>
        {action}
      </div>
    </div>
  )
}
