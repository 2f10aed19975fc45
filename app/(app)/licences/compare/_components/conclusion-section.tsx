import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { COMPARISON_OUTCOMES } from '#lib/licences/comparison-conclusion.ts'
import { OUTCOME_WORDS } from '#lib/licences/comparison-sentences.en.ts'
import type { ComparisonConclusion } from '#lib/licences/queries/comparison-conclusions.ts'
import { ConclusionForm } from './conclusion-form.tsx'

const OUTCOMES = COMPARISON_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))

interface ConclusionSectionProps {
  from: string
  to: string
  conclusions: readonly ComparisonConclusion[]
  mayConclude: boolean
  now: Date
}

/** What people concluded about these two texts, and the place to conclude. */
export function ConclusionSection({ from, to, conclusions, mayConclude, now }: ConclusionSectionProps) {
  return (
    <Section
      title="Conclusions"
      sentence="Whether terms were narrowed or widened is for a person to say. The newest counts; what was shown stays beside it."
    >
      {conclusions.length === 0 ? (
        <p className="text-muted">Nobody has concluded anything yet.</p>
      ) : (
        <ol className="flex flex-col gap-4">
          {conclusions.map((conclusion) => (
            <li key={conclusion.id}>
              <p className="flex flex-wrap items-center gap-x-3">
                <strong className="font-semibold">{OUTCOME_WORDS[conclusion.outcome]}</strong>
                <span className="inline-flex flex-wrap items-center gap-x-3 text-sm text-muted">
                  <PersonMark name={conclusion.by} />
                  <TimeMark at={conclusion.recordedAt} now={now} />
                </span>
              </p>
              <p className="max-w-[80ch] whitespace-pre-line [overflow-wrap:anywhere]">{conclusion.reason}</p>
            </li>
          ))}
        </ol>
      )}
      {mayConclude ? (
        <div className="mt-4 border-t pt-4">
          {/* Made anew once something was concluded, so that the fields are empty again. */}
          <ConclusionForm key={conclusions.length} from={from} to={to} outcomes={OUTCOMES} />
        </div>
      ) : (
        <p className="mt-3 text-sm text-muted">
          {from === to
            ? 'This is one text beside itself: there is nothing to conclude.'
            : 'Reviewers and administrators conclude comparisons.'}
        </p>
      )}
    </Section>
  )
}
