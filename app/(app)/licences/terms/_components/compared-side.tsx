import type { ReadSide } from '#lib/licences/queries/read-sides.ts'
import type { TermLine } from '#lib/licences/reading-view.ts'
import { TermsAnswer } from '../../_components/terms-answer.tsx'
import { TermsDetails } from '../../_components/terms-details.tsx'

interface ComparedSideProps {
  line: TermLine
  side: ReadSide
  now: Date
}

/** What one of the two says. */
export function ComparedSide({ line, side, now }: ComparedSideProps) {
  const sha = side.shown?.sha256 ?? null
  return (
    <>
      <TermsAnswer line={line} sha={sha} now={now} isPlain={line.concluded === null} />
      <TermsDetails answer={line.answer} sha={sha} />
    </>
  )
}
