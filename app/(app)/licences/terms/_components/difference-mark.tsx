import { Equal, EqualNot, HelpCircle } from 'lucide-react'
import type { TermDifference } from '#lib/licences/term-comparison.ts'

const DIFFERENCES: Record<TermDifference, { Glyph: typeof Equal; says: string; ink: string }> = {
  differs: { Glyph: EqualNot, says: 'differs', ink: 'font-medium text-review' },
  unread: { Glyph: HelpCircle, says: 'cannot be told', ink: 'text-unknown' },
  same: { Glyph: Equal, says: 'same', ink: 'text-muted' },
}

/** Whether two answers differ, by sign and word. */
export function DifferenceMark({ difference }: { difference: TermDifference }) {
  const { Glyph, says, ink } = DIFFERENCES[difference]
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${ink}`}>
      <Glyph aria-hidden className="size-4" strokeWidth={1.75} />
      {says}
    </span>
  )
}
