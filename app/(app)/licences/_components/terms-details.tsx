import type { ShownAnswer } from '#lib/licences/reading-view.ts'
import { TermSection } from './terms-answer.tsx'
import { VisibleText } from './visible-text.tsx'

export const CONFIDENCE_WORDS = {
  high: 'High',
  medium: 'Medium',
  low: 'Low: to be checked',
  none: 'Not read',
} as const

/** Where an answer stands, how surely it was read where that is not high, its words and what was noted, one below the other. */
export function TermsDetails({ answer, sha }: { answer: ShownAnswer; sha: string | null }) {
  const { section, confidence, words, note } = answer
  // An answer nobody has read says so itself.
  const isUnsure = confidence === 'medium' || confidence === 'low'
  return (
    <>
      <span className="block text-muted">
        {section !== null && (
          <>
            Section <TermSection answer={answer} sha={sha} />
          </>
        )}
        {isUnsure && (
          <span className="text-review">
            {section !== null && ' · '}
            {`Confidence: ${CONFIDENCE_WORDS[confidence].toLowerCase()}`}
          </span>
        )}
      </span>
      {words && (
        <q className="block font-serif">
          <VisibleText text={words} />
        </q>
      )}
      {note && <span className="block text-muted">{note}</span>}
    </>
  )
}
