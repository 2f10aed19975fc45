import { BookOpenText, Hourglass, type LucideIcon, Sparkles, UserCheck } from 'lucide-react'

export type TermStanding = 'concluded' | 'shipped' | 'waiting' | 'proposed'

/** A word, an icon and an edge each: told apart without colour. */
const MARKS: Record<TermStanding, { Glyph: LucideIcon; edge: string; says: string }> = {
  concluded: { Glyph: UserCheck, edge: 'border-transparent bg-grade text-surface', says: 'concluded by a person' },
  shipped: { Glyph: BookOpenText, edge: 'border-grade text-grade', says: 'machine’s reading' },
  waiting: { Glyph: Hourglass, edge: 'border-dotted border-review text-review', says: 'waits for a second person' },
  proposed: { Glyph: Sparkles, edge: 'border-dashed border-grade text-grade', says: 'proposed, decides nothing' },
}

/** Whose an answer is and whether it counts. */
export function TermMark({ standing }: { standing: TermStanding }) {
  const { Glyph, edge, says } = MARKS[standing]
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs leading-4.5 font-medium whitespace-nowrap ${edge}`}
    >
      <Glyph aria-hidden className="size-3" strokeWidth={2} />
      {says}
    </span>
  )
}
