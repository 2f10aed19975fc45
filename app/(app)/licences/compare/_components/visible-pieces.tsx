import { Fragment } from 'react'
import { placed } from '#app/_ui/placed.ts'
import { COMPARISON_WORDS as SAY } from '#lib/licences/comparison-sentences.en.ts'
import type { ViewPiece } from '#lib/licences/comparison-view.ts'
import { VisibleText } from '../../_components/visible-text.tsx'

/** Words of a text: what came and what went marked by line and ground and said aloud, and nothing in them hidden. */
export function VisiblePieces({ pieces }: { pieces: readonly ViewPiece[] }) {
  return placed(pieces).map(({ place, item: { kind, text } }) => {
    if (kind === 'same') return <VisibleText key={place} text={text} />
    if (text.trim() === '') return <Fragment key={place}> </Fragment>
    return kind === 'added' ? (
      <ins
        key={place}
        className="rounded-sm bg-ok-tint box-decoration-clone px-0.5 decoration-ok decoration-2 underline-offset-3"
      >
        <span className="sr-only">[{SAY.wordAdded} </span>
        <VisibleText text={text} />
        <span className="sr-only">]</span>
      </ins>
    ) : (
      <del key={place} className="rounded-sm bg-deny-tint box-decoration-clone px-0.5 decoration-deny">
        <span className="sr-only">[{SAY.wordRemoved} </span>
        <VisibleText text={text} />
        <span className="sr-only">]</span>
      </del>
    )
  })
}
