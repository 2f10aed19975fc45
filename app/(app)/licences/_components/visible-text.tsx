import { Fragment } from 'react'
import { placed } from '#app/_ui/placed.ts'
import { visiblePieces } from '#lib/licences/hidden-characters.ts'

/** Words somebody else wrote, in which characters nobody would see stand by name. */
export function VisibleText({ text }: { text: string }) {
  return placed(visiblePieces(text)).map(({ place, item }) =>
    item.hidden === null ? (
      <Fragment key={place}>{item.text}</Fragment>
    ) : (
      <code key={place} className="mx-px rounded-sm border border-review px-1 font-mono text-xs text-review">
        {item.hidden}
      </code>
    ),
  )
}
