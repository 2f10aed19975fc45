import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ReadingRuleOnRecord } from '#lib/licences/queries/readings.ts'
import { ReadingRuleForm } from './reading-rule-form.tsx'

interface ReadingRuleSectionProps {
  /** The newest first. */
  rules: readonly ReadingRuleOnRecord[]
  now: Date
}

/** Whether a person's reading of a licence counts at once or needs a second pair of eyes. */
export function ReadingRuleSection({ rules, now }: ReadingRuleSectionProps) {
  const [newest] = rules
  const needsSecondPerson = newest?.needsSecondPerson ?? false
  return (
    <Section title="Readings of licence texts">
      <div className="flex flex-col gap-4">
        <p>
          {needsSecondPerson
            ? 'What a reviewer concludes counts once a second person agrees.'
            : 'What a reviewer concludes counts at once.'}
        </p>
        {newest ? (
          <div className="text-sm text-muted">
            <p className="flex flex-wrap items-center gap-x-3">
              <PersonMark name={newest.personName} />
              <TimeMark at={newest.at} now={now} />
            </p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{newest.reason}</p>
          </div>
        ) : (
          <p className="text-sm text-muted">Nobody has ever set this rule.</p>
        )}
        <ReadingRuleForm key={newest?.id ?? 'none'} needsSecondPerson={needsSecondPerson} />
      </div>
    </Section>
  )
}
