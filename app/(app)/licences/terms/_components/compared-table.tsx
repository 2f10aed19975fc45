import { ScrollRegion } from '#app/_ui/scroll-region.tsx'
import type { ReadSide } from '#lib/licences/queries/read-sides.ts'
import type { ComparedTerm } from '#lib/licences/term-comparison.ts'
import { ComparedCards } from './compared-cards.tsx'
import { ComparedSide } from './compared-side.tsx'
import { DifferenceMark } from './difference-mark.tsx'

interface ComparedTableProps {
  rows: readonly ComparedTerm[]
  left: ReadSide
  right: ReadSide
  now: Date
}

/** Two readings term by term, what differs first. */
export function ComparedTable({ rows, left, right, now }: ComparedTableProps) {
  const label = `${left.title} beside ${right.title}`
  return (
    <>
      <ComparedCards rows={rows} left={left} right={right} now={now} />
      <ScrollRegion label={label} className="max-md:hidden print:block">
        <table className="w-full border-separate border-spacing-0 text-sm print:text-xs">
          <caption className="sr-only">{label}</caption>
          <thead className="text-xs text-muted">
            <tr className="*:border-b *:px-4 *:py-2 *:text-start *:align-bottom *:font-medium print:*:px-1.5">
              <th scope="col" className="w-1/5">
                Question
              </th>
              <th scope="col">Difference</th>
              <th scope="col" className="w-2/5">
                {left.title}
              </th>
              <th scope="col" className="w-2/5">
                {right.title}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.term} className="*:border-b *:px-4 *:py-2 *:align-top last:*:border-b-0 print:*:px-1.5">
                <th scope="row" className="text-start font-normal">
                  {row.question}
                  <span className="block text-xs text-muted">{row.group}</span>
                </th>
                <td>
                  <DifferenceMark difference={row.difference} />
                </td>
                <td>
                  <ComparedSide line={row.left} side={left} now={now} />
                </td>
                <td>
                  <ComparedSide line={row.right} side={right} now={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
