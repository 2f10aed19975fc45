import { Section } from '#app/_ui/section.tsx'
import type { AssessmentDetail } from '#lib/deployments/queries/find-assessment.ts'
import { dutyText } from '#lib/policy/sentences.en.ts'

/** What the licence asks of this use, in words. */
export function DutySection({ assessment }: { assessment: AssessmentDetail | null }) {
  const duties = assessment?.duties ?? []
  return (
    <Section title="Duties" sentence="What the terms of the pinned licence text ask of this use.">
      {duties.length > 0 ? (
        <ul className="list-disc ps-5">
          {duties.map((duty) => (
            <li key={duty.code} className="max-w-[80ch]">
              {dutyText(duty)}
            </li>
          ))}
        </ul>
      ) : (
        <p>{emptyReason(assessment)}</p>
      )}
    </Section>
  )
}

/** Why no duty is listed: none is asked, or nobody can say. */
function emptyReason(assessment: AssessmentDetail | null): string {
  const isKnown =
    assessment?.subject.identified.verdict === 'MATCH' &&
    !assessment.reasons.some((reason) => reason.code === 'terms-not-known' || reason.code === 'duty-terms-not-read')
  return isKnown
    ? 'None that bind this use.'
    : 'Not known: duties follow from a licence text that is recognised and whose terms have been read.'
}
