import { Fragment } from 'react'
import { placed } from './placed.ts'
import type { DiffWord } from './word-diff-comparison.ts'
import { words as say } from './words.ts'

interface DiffWordsProps {
  words: readonly DiffWord[]
  /** Only one side of the comparison, or both woven together. */
  side: 'before' | 'after' | 'both'
}

/** Words of a clause, what came and went marked by sign, line and colour, and said aloud. */
export function DiffWords({ words, side }: DiffWordsProps) {
  const shown = words.filter(
    (word) => word.kind === 'same' || side === 'both' || (word.kind === 'added') === (side === 'after'),
  )
  return placed(shown).map(({ place: key, item: word }) => {
    if (word.kind === 'same') return <Fragment key={key}>{word.text}</Fragment>
    return word.kind === 'added' ? (
      <ins key={key} className="mx-px rounded-sm bg-ok-tint decoration-ok decoration-2 underline-offset-3">
        <span aria-hidden className="font-mono text-xs text-ok no-underline select-none">
          +
        </span>
        <span className="sr-only">[{say.diff.wordAdded} </span>
        {word.text}
        <span className="sr-only">]</span>
      </ins>
    ) : (
      <del key={key} className="mx-px rounded-sm bg-deny-tint decoration-deny">
        <span aria-hidden className="font-mono text-xs text-deny select-none">
          −
        </span>
        <span className="sr-only">[{say.diff.wordRemoved} </span>
        {word.text}
        <span className="sr-only">]</span>
      </del>
    )
  })
}
