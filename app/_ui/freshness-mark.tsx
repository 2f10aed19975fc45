import { CircleCheck, CircleDashed, Clock, type LucideIcon, TriangleAlert } from 'lucide-react'
import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'
import { TimeMark } from './time-mark.tsx'
import { TONE_TEXT, type Tone } from './tone.ts'
import { words } from './words.ts'

/** How current a fact from outside is. `at` is the last look when fresh, else since when it is stale or failing. */
export type Freshness = { state: 'fresh' | 'stale' | 'failing'; at: Date } | { state: 'never' }

const LOOKS: Record<Freshness['state'], { Glyph: LucideIcon; tone: Tone }> = {
  fresh: { Glyph: CircleCheck, tone: 'ok' },
  stale: { Glyph: Clock, tone: 'review' },
  failing: { Glyph: TriangleAlert, tone: 'deny' },
  never: { Glyph: CircleDashed, tone: 'unknown' },
}

interface FreshnessMarkProps {
  freshness: Freshness
  now: Date
  /** The look or the source behind it. */
  href?: string | undefined
}

/** Says when a source was last looked at, or since when it is not. */
export function FreshnessMark({ freshness, now, href }: FreshnessMarkProps) {
  const { Glyph, tone } = LOOKS[freshness.state]
  const content = (
    <>
      <Glyph aria-hidden className={classNames('size-4 shrink-0', TONE_TEXT[tone])} strokeWidth={2} />
      <span>
        {words.freshness[freshness.state]} {freshness.state !== 'never' && <TimeMark at={freshness.at} now={now} />}
      </span>
    </>
  )
  const className = 'inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-sm'
  if (!href) return <span className={className}>{content}</span>
  return (
    <AppLink
      href={href}
      className={`${className} underline decoration-edge/60 underline-offset-3 hover:decoration-ink`}
    >
      {content}
    </AppLink>
  )
}
