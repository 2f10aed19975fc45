import type { ReadSide } from '#lib/licences/queries/read-sides.ts'
import type { ComparedTerm } from '#lib/licences/term-comparison.ts'
import { ComparedSide } from './compared-side.tsx'
import { DifferenceMark } from './difference-mark.tsx'

interface ComparedCardsProps {
  rows: readonly ComparedTerm[]
  left: ReadSide
  right: ReadSide
  now: Date
}

/** Two readings one below the other for each term, where columns would have to be pushed sideways. */
export function ComparedCards({ rows, left, right, now }: ComparedCardsProps) {
  return (
    <ul className="text-sm md:hidden print:hidden">
      {rows.map((row) => (
        <li key={row.term} className="border-b px-4 py-3 [overflow-wrap:anywhere] last:border-b-0">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>{row.question}</span>
            <DifferenceMark difference={row.difference} />
          </p>
          <dl>
            <dt className="pt-2 text-xs text-muted">{left.title}</dt>
            <dd>
              <ComparedSide line={row.left} side={left} now={now} />
            </dd>
            <dt className="pt-2 text-xs text-muted">{right.title}</dt>
            <dd>
              <ComparedSide line={row.right} side={right} now={now} />
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}
