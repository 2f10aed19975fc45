import type { TextBlock } from './text-blocks.ts'
import type { ReadLine } from './text-lines.ts'

/** More of a text than this is shown in parts, so that a page of it opens at once. */
export const PART_CHARACTERS = 120_000

/** A stretch of a long text that is shown at once. */
export interface TextPart {
  start: number
  end: number
}

/** Cuts a text into parts between the pieces it is shown in; a text that fits is one part. */
export function textParts(pieces: readonly (TextBlock | ReadLine)[], length: number): TextPart[] {
  const parts: TextPart[] = []
  let start = 0
  let end = 0
  for (const piece of pieces) {
    if (piece.end - start > PART_CHARACTERS && end > start) {
      parts.push({ start, end: piece.start })
      start = piece.start
    }
    end = piece.end
  }
  return [...parts, { start, end: length }]
}

/** The part a place lies in, counted from 0. */
export function partAt(parts: readonly TextPart[], place: number): number {
  return Math.max(
    0,
    parts.findLastIndex((part) => part.start <= place),
  )
}
