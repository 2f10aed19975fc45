import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { FindingOnRecord } from '#lib/deployments/queries/find-finding.ts'
import { DecisionForm } from './decision-form.tsx'

interface DecisionSectionProps {
  finding: FindingOnRecord
  mayDecide: boolean
  now: Date
}

/** What people said about it, and the place to say something. */
export function DecisionSection({ finding, mayDecide, now }: DecisionSectionProps) {
  const { decisions } = finding
  return (
    <Section title="Decisions" sentence="What people conclude lies beside the finding; neither changes the other.">
      {decisions.length === 0 ? (
        <p className="text-muted">Nobody has said anything about it yet.</p>
      ) : (
        <ol className="flex flex-col gap-4">
          {decisions.map((decision) => (
            <li key={decision.id}>
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
                <PersonMark name={decision.by} />
                <TimeMark at={decision.at} now={now} />
              </p>
              <p className="max-w-[80ch] whitespace-pre-line [overflow-wrap:anywhere]">{decision.comment}</p>
            </li>
          ))}
        </ol>
      )}
      {mayDecide ? (
        <div className="mt-4 border-t pt-4">
          {/* Made anew once something was said, so that the field is empty again. */}
          <DecisionForm
            key={decisions.length}
            findingId={finding.id}
            isFirst={finding.isOpen && finding.decidedAt === null}
          />
        </div>
      ) : (
        <p className="mt-3 text-sm text-muted">Reviewers and administrators decide on findings.</p>
      )}
    </Section>
  )
}
