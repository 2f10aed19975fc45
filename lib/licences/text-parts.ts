import { hiddenIn } from './hidden-characters.ts'
import type { TextBlock } from './text-blocks.ts'
import type { ReadLine } from './text-lines.ts'

/** More of a text than this is shown in parts, so that a page of it opens at once. */
export const PART_CHARACTERS = 120_000
/** Nor more pieces and hidden characters, which are each shown on their own. */
export const PART_PIECES = 4_000

/** A stretch of a long text that is shown at once. */
export interface TextPart {
  start: number
  end: number
}

/** Cuts a text into parts between the pieces it is shown in; a text that fits is one part. */
export function textParts(pieces: readonly (TextBlock | ReadLine)[], text: string): TextPart[] {
  const parts: TextPart[] = []
  let start = 0
  let end = 0
  let shown = 0
  for (const piece of pieces) {
    const more = 1 + hiddenWithin(text, piece)
    if ((piece.end - start > PART_CHARACTERS || shown + more > PART_PIECES) && end > start) {
      parts.push({ start, end: piece.start })
      start = piece.start
      shown = 0
    }
    shown += more
    end = piece.end
  }
  return [...parts, { start, end: text.length }]
}

function hiddenWithin(text: string, { start, end }: TextPart): number {
  return hiddenIn(text.slice(start, end)).reduce((sum, { count }) => sum + count, 0)
}

/** The part a place lies in, counted from 0. */
export function partAt(parts: readonly TextPart[], place: number): number {
  return Math.max(
    0,
    parts.findLastIndex((part) => part.start <= place),
  )
}
