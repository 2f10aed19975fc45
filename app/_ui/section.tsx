import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** Said under the title, where the title alone leaves a question. */
  sentence?: ReactNode
  actions?: ReactNode
  id?: string | undefined
  /** `flush` lets a table or list reach the edges. */
  padding?: 'regular' | 'flush' | undefined
  children: ReactNode
}

/** One part of a page, on its own surface, parted from the next by a hairline. */
export function Section({ title, sentence, actions, id, padding = 'regular', children }: SectionProps) {
  return (
    <section id={id} className="min-w-0 rounded border bg-surface print:break-inside-avoid print:border-0">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2">
        <div className="min-w-0">
          <h2 className="font-semibold">{title}</h2>
          {sentence && <p className="text-sm text-muted">{sentence}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
      <div className={padding === 'flush' ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
