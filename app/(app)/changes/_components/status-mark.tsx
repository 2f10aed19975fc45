import { Check, Clock, RotateCcw } from 'lucide-react'
import { TONE_TEXT } from '#app/_ui/tone.ts'
import type { ChangeStatus } from '#lib/upstream/change.ts'
import { STATUS_WORDS } from '#lib/upstream/sentences.en.ts'

const LOOKS = {
  suspected: { Glyph: Clock, tone: 'review' },
  confirmed: { Glyph: Check, tone: 'ok' },
  cleared: { Glyph: RotateCcw, tone: 'unknown' },
} as const

/** Whether a second look has borne a change out. */
export function StatusMark({ status }: { status: ChangeStatus }) {
  const { Glyph, tone } = LOOKS[status]
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap">
      <Glyph aria-hidden className={`size-4 shrink-0 ${TONE_TEXT[tone]}`} strokeWidth={1.75} />
      {STATUS_WORDS[status]}
    </span>
  )
}
