import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react'
import { TONE_TEXT } from '#app/_ui/tone.ts'
import type { LookSummary } from '#lib/upstream/queries/looks.ts'
import { OUTCOME_WORDS } from '#lib/upstream/sentences.en.ts'

const LOOKS = {
  complete: { Glyph: CircleCheck, tone: 'ok' },
  partial: { Glyph: TriangleAlert, tone: 'review' },
  failed: { Glyph: CircleX, tone: 'deny' },
  interrupted: { Glyph: CircleDashed, tone: 'unknown' },
} as const

/** How a look ended. Only a complete one can tell that something is missing. */
export function OutcomeMark({ look }: { look: Pick<LookSummary, 'outcome' | 'isBaseline'> }) {
  const { Glyph, tone } = LOOKS[look.outcome]
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap">
      <Glyph aria-hidden className={`size-4 shrink-0 ${TONE_TEXT[tone]}`} strokeWidth={1.75} />
      {OUTCOME_WORDS[look.outcome]}
      {look.isBaseline && <span className="text-muted">baseline</span>}
    </span>
  )
}
