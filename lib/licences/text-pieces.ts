import { visiblePieces } from './hidden-characters.ts'

/** Words between two places of a text, `end` not included. */
export interface TextRange {
  start: number
  end: number
}

/** A stretch of a text that is shown in one way. */
export interface TextPiece {
  start: number
  text: string
  /** What the stretch is called, where it is one character that nobody would see. */
  hidden: string | null
  isMarked: boolean
  /** Whether a place that may be linked to begins here. */
  isAnchor: boolean
}

/** Cuts a stretch of a text at the ends of what is marked, at hidden characters and at places that may be linked to. */
export function textPieces(
  text: string,
  range: TextRange,
  { mark, anchors }: { mark: TextRange | null; anchors: readonly number[] },
): TextPiece[] {
  const { start, end } = range
  const hidden = new Map<number, string>()
  const cuts = new Set<number>([start])
  const cut = (at: number) => {
    if (at > start && at < end) cuts.add(at)
  }
  for (const at of anchors) cut(at)
  if (mark) {
    cut(mark.start)
    cut(mark.end)
  }
  let at = start
  for (const piece of visiblePieces(text.slice(start, end))) {
    if (piece.hidden !== null) {
      hidden.set(at, piece.hidden)
      cuts.add(at)
      cut(at + piece.text.length)
    }
    at += piece.text.length
  }
  const starts = [...cuts].sort((a, b) => a - b)
  const isAnchor = new Set(anchors)
  return starts.map((from, index) => ({
    start: from,
    text: text.slice(from, starts[index + 1] ?? end),
    hidden: hidden.get(from) ?? null,
    isMarked: mark !== null && from >= mark.start && from < mark.end,
    isAnchor: isAnchor.has(from),
  }))
}

/** Reads `12-40` from an address; null for what is no range of this text. */
export function readRange(words: string, length: number): TextRange | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(words)
  if (!match) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end && end <= length ? { start, end } : null
}
