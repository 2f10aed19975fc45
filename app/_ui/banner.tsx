import { Clock, FlaskConical, Info, PencilLine, TimerOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type BannerKind = 'sample' | 'test_clock' | 'draft' | 'stale' | 'note'

const KINDS = {
  sample: { Glyph: FlaskConical, ground: 'bg-unknown-tint', ink: 'text-unknown' },
  test_clock: { Glyph: Clock, ground: 'bg-unknown-tint', ink: 'text-unknown' },
  draft: { Glyph: PencilLine, ground: 'bg-review-tint', ink: 'text-review' },
  stale: { Glyph: TimerOff, ground: 'bg-review-tint', ink: 'text-review' },
  note: { Glyph: Info, ground: 'bg-sunken', ink: 'text-muted' },
} as const

interface BannerProps {
  kind: BannerKind
  children: ReactNode
  action?: ReactNode
  /** `frame` runs edge to edge above the page; `page` stands inside it. */
  place?: 'frame' | 'page' | undefined
}

/** Something that colours everything on the page: not real data, not the real time, not final, not current. */
export function Banner({ kind, children, action, place = 'page' }: BannerProps) {
  const { Glyph, ground, ink } = KINDS[kind]
  return (
    <div
      role="note"
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm text-ink',
        place === 'frame' ? 'border-b md:px-6' : 'rounded',
        ground,
      )}
    >
      <Glyph aria-hidden className={classNames('size-4 shrink-0', ink)} strokeWidth={1.75} />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
