import { CircleCheck, CircleHelp, CircleX, Eye, ListChecks, type LucideIcon } from 'lucide-react'
import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'
import { TONE_TEXT, TONE_TINT, type Tone } from './tone.ts'
import { words } from './words.ts'

export type Verdict = keyof typeof words.verdict

const LOOKS: Record<Verdict, { Glyph: LucideIcon; tone: Tone }> = {
  allowed: { Glyph: CircleCheck, tone: 'ok' },
  allowed_with_duties: { Glyph: ListChecks, tone: 'duty' },
  needs_review: { Glyph: Eye, tone: 'review' },
  not_allowed: { Glyph: CircleX, tone: 'deny' },
  unknown: { Glyph: CircleHelp, tone: 'unknown' },
}

/** The shape of a verdict alone, for where its word stands close by. */
export function VerdictGlyph({ verdict }: { verdict: Verdict }) {
  const { Glyph, tone } = LOOKS[verdict]
  return <Glyph aria-hidden className={classNames('size-4 shrink-0', TONE_TEXT[tone])} strokeWidth={2} />
}

interface VerdictMarkProps {
  verdict: Verdict
  /** The reason: rule, values, licence section, remedy. */
  href?: string | undefined
  /** `title` stands beside a page's title, on a tint. */
  size?: 'row' | 'title' | undefined
}

/** What a judgement came to. Pressing it leads to the reason. */
export function VerdictMark({ verdict, href, size = 'row' }: VerdictMarkProps) {
  const { tone } = LOOKS[verdict]
  const className = classNames(
    'inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap',
    size === 'title' ? `rounded-sm px-2 font-medium ${TONE_TINT[tone]}` : 'rounded-sm',
  )
  const content = (
    <>
      <VerdictGlyph verdict={verdict} />
      <span>{words.verdict[verdict]}</span>
    </>
  )
  if (!href) return <span className={className}>{content}</span>
  return (
    <AppLink
      href={href}
      className={classNames(className, 'underline decoration-edge/60 underline-offset-3 hover:decoration-ink')}
    >
      {content}
    </AppLink>
  )
}
