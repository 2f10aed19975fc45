import type { ReactNode } from 'react'
import { ScrollRegion } from '#app/_ui/scroll-region.tsx'
import type { TermLine } from '#lib/licences/reading-view.ts'
import { TERM_GROUPS } from '#lib/licences/term-groups.ts'
import { TermSection, TermsAnswer } from './terms-answer.tsx'
import { TermsCards } from './terms-cards.tsx'
import { CONFIDENCE_WORDS } from './terms-details.tsx'
import { VisibleText } from './visible-text.tsx'

interface TermsTableProps {
  label: string
  lines: readonly TermLine[]
  /** The text its sections lead into; null where none is held. */
  sha: string | null
  /** Left out where nobody but the machine has read it. */
  now?: Date | undefined
  isPlain?: boolean | undefined
  /** What can be done with a term, at the end of its row. */
  action?: ((line: TermLine) => ReactNode) | undefined
}

/** The terms of a text in the groups a lawyer reads them in, each leading to its words. */
export function TermsTable({ label, lines, sha, now, isPlain, action }: TermsTableProps) {
  const columns = action ? 6 : 5
  return (
    <>
      <TermsCards lines={lines} sha={sha} now={now} isPlain={isPlain} action={action} />
      <ScrollRegion label={label} className="max-md:hidden print:block">
        <table className="w-full min-w-[56rem] border-separate border-spacing-0 text-sm print:min-w-0 print:text-xs">
          <caption className="sr-only">{label}</caption>
          <thead className="text-xs text-muted">
            <tr className="*:h-9 *:border-b *:px-4 *:text-start *:font-medium *:whitespace-nowrap print:*:px-1.5">
              <th scope="col" className="w-1/4">
                Question
              </th>
              <th scope="col" className="w-1/3">
                Answer
              </th>
              <th scope="col">Section</th>
              <th scope="col">Confidence</th>
              <th scope="col">Words of the text, notes</th>
              {action && (
                <th scope="col" className="print:hidden">
                  Reading
                </th>
              )}
            </tr>
          </thead>
          {TERM_GROUPS.map((group) => (
            <tbody key={group.id}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={columns}
                  className="border-b bg-sunken px-4 py-1.5 text-start text-xs font-semibold"
                >
                  {group.title}
                </th>
              </tr>
              {lines
                .filter((line) => line.group === group.title)
                .map((line) => (
                  <tr
                    key={line.term}
                    id={`term-${line.term}`}
                    className="scroll-mt-24 *:border-b *:px-4 *:py-2 *:align-top print:*:px-1.5"
                  >
                    <th scope="row" className="text-start font-normal">
                      {line.question}
                    </th>
                    <td>
                      <TermsAnswer line={line} sha={sha} now={now} isPlain={isPlain} />
                    </td>
                    <td className="whitespace-nowrap">
                      <span className="block max-w-40 whitespace-normal">
                        <TermSection answer={line.answer} sha={sha} />
                      </span>
                    </td>
                    <td className={line.answer.confidence === 'high' ? '' : 'text-review'}>
                      {CONFIDENCE_WORDS[line.answer.confidence]}
                    </td>
                    <td>
                      {line.answer.words && (
                        <q className="block font-serif">
                          <VisibleText text={line.answer.words} />
                        </q>
                      )}
                      {line.answer.note && <span className="block text-muted">{line.answer.note}</span>}
                    </td>
                    {action && <td className="whitespace-nowrap print:hidden">{action(line)}</td>}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </>
  )
}
