import { Equal, EqualNot, HelpCircle } from 'lucide-react'
import { ScrollRegion } from '#app/_ui/scroll-region.tsx'
import type { ReadSide } from '#lib/licences/queries/read-sides.ts'
import type { ComparedTerm, TermDifference } from '#lib/licences/term-comparison.ts'
import { TermSection, TermsAnswer } from '../../_components/terms-answer.tsx'
import { CONFIDENCE_WORDS } from '../../_components/terms-table.tsx'

const DIFFERENCES: Record<TermDifference, { Glyph: typeof Equal; says: string; ink: string }> = {
  differs: { Glyph: EqualNot, says: 'differs', ink: 'font-medium text-review' },
  unread: { Glyph: HelpCircle, says: 'cannot be told', ink: 'text-unknown' },
  same: { Glyph: Equal, says: 'same', ink: 'text-muted' },
}

function Difference({ difference }: { difference: TermDifference }) {
  const { Glyph, says, ink } = DIFFERENCES[difference]
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${ink}`}>
      <Glyph aria-hidden className="size-4" strokeWidth={1.75} />
      {says}
    </span>
  )
}

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
    <ScrollRegion label={label}>
      <table className="w-full min-w-[56rem] border-separate border-spacing-0 text-sm print:min-w-0 print:text-xs">
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
                <Difference difference={row.difference} />
              </td>
              {(
                [
                  [row.left, left],
                  [row.right, right],
                ] as const
              ).map(([line, side], at) => (
                <td key={at === 0 ? 'left' : 'right'}>
                  <TermsAnswer
                    line={line}
                    sha={side.shown?.sha256 ?? null}
                    now={now}
                    isPlain={line.concluded === null}
                  />
                  <span className="block text-muted">
                    {line.answer.section !== null && (
                      <>
                        Section <TermSection answer={line.answer} sha={side.shown?.sha256 ?? null} />
                        {line.answer.confidence !== 'high' && ' · '}
                      </>
                    )}
                    {line.answer.confidence !== 'high' && (
                      <span className="text-review">{CONFIDENCE_WORDS[line.answer.confidence]}</span>
                    )}
                  </span>
                  {line.answer.words && <q className="block font-serif">{line.answer.words}</q>}
                  {line.answer.note && <span className="block text-muted">{line.answer.note}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
