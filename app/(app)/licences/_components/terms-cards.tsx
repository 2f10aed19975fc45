import type { ReactNode } from 'react'
import type { TermLine } from '#lib/licences/reading-view.ts'
import { TERM_GROUPS } from '#lib/licences/term-groups.ts'
import { TermsAnswer } from './terms-answer.tsx'
import { TermsDetails } from './terms-details.tsx'

interface TermsCardsProps {
  lines: readonly TermLine[]
  sha: string | null
  now?: Date | undefined
  isPlain?: boolean | undefined
  action?: ((line: TermLine) => ReactNode) | undefined
}

/** The terms one below the other, where a table would have to be pushed sideways. */
export function TermsCards({ lines, sha, now, isPlain, action }: TermsCardsProps) {
  return (
    <div className="text-sm md:hidden print:hidden">
      {TERM_GROUPS.map((group) => (
        <div key={group.id}>
          <p className="border-b bg-sunken px-4 py-1.5 text-xs font-semibold">{group.title}</p>
          <dl>
            {lines
              .filter((line) => line.group === group.title)
              .map((line) => (
                <div key={line.term} className="border-b px-4 py-3">
                  <dt className="text-muted">{line.question}</dt>
                  <dd className="[overflow-wrap:anywhere]">
                    <TermsAnswer line={line} sha={sha} now={now} isPlain={isPlain} />
                    <TermsDetails answer={line.answer} sha={sha} />
                    {action && <span className="block pt-1">{action(line)}</span>}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </div>
  )
}
