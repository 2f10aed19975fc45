import { type TextPiece, type TextRange, textPieces } from '#lib/licences/text-pieces.ts'

interface TextStretchProps {
  text: string
  range: TextRange
  /** Where the stretch before ends: what is marked from there on begins here for a reader. */
  after: number
  mark: TextRange | null
  anchors: readonly number[]
}

/**
 * A stretch of a text with what is marked in it. A character nobody would see is not sent: its name stands in its place, so
 * that it can neither hide nor turn the words around it.
 */
export function TextStretch({ text, range, after, mark, anchors }: TextStretchProps) {
  const beginsHere = mark !== null && mark.start >= after && mark.start < range.end && mark.end > range.start
  const markAt = beginsHere ? Math.max(mark.start, range.start) : null
  const places = markAt === null || anchors.includes(markAt) ? anchors : [...anchors, markAt]
  return textPieces(text, range, { mark, anchors: places }).map((piece) => {
    const anchor = piece.start === markAt ? mark?.start : piece.start
    const id = piece.isAnchor ? `c${anchor}` : undefined
    return piece.isMarked ? (
      <mark
        key={piece.start}
        id={id}
        className="scroll-mt-32 rounded-xs bg-review-tint text-ink outline-1 outline-review/50"
      >
        <Shown piece={piece} />
      </mark>
    ) : (
      <span key={piece.start} id={id}>
        <Shown piece={piece} />
      </span>
    )
  })
}

function Shown({ piece }: { piece: TextPiece }) {
  return piece.hidden === null ? piece.text : <Hidden name={piece.hidden} />
}

function Hidden({ name }: { name: string }) {
  return (
    <span
      role="img"
      title={`Hidden character ${name}`}
      aria-label={`hidden character ${name}`}
      className="mx-px inline-block rounded-xs border border-deny/60 bg-deny-tint px-1 align-baseline font-mono text-xs leading-4 text-deny"
    >
      {name.split(' ')[0]}
    </span>
  )
}
