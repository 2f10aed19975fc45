import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What there is none of, as a sentence. */
  title: string
  /** What this place is for, or why it is empty. */
  sentence?: ReactNode
  /** The one thing to do now. */
  action?: ReactNode
}

/** Nothing to show, said as a fact, with the way on. */
export function EmptyState({ title, sentence, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 px-4 py-8">
      <div>
        <p className="font-medium">{title}</p>
        {sentence && <p className="mt-1 max-w-[70ch] text-muted">{sentence}</p>}
      </div>
      {action}
    </div>
  )
}
