import type { Openness } from './openness.ts'
import { OpennessShape } from './openness-shape.tsx'
import { words } from './words.ts'

/** How open the weights are, on the one scale of the product. */
export function OpennessMark({ openness }: { openness: Openness }) {
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap">
      <OpennessShape openness={openness} />
      {words.openness[openness]}
    </span>
  )
}
