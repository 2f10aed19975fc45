import { Provenance } from '#app/_ui/provenance.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { VerdictMark } from '#app/_ui/verdict-mark.tsx'
import type { AssessmentDetail } from '#lib/deployments/queries/find-assessment.ts'
import type { FindingRow } from '#lib/deployments/queries/list-findings.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { reasonText } from '#lib/policy/sentences.en.ts'
import { FindingStory } from './finding-story.tsx'

interface VerdictSectionProps {
  assessment: AssessmentDetail | null
  /** The open ones. */
  findings: readonly FindingRow[]
  now: Date
}

/** What the judgement came to, and everything it rests on: rules that fired, and what the licence leaves open. */
export function VerdictSection({ assessment, findings, now }: VerdictSectionProps) {
  if (!assessment) {
    return (
      <Section id="verdict" title="Verdict">
        <p>It has not been judged yet; that is done within a minute of registering.</p>
      </Section>
    )
  }
  const { verdict, reasons, at, ruleSet, version } = assessment
  return (
    <Section
      id="verdict"
      title="Verdict"
      padding="flush"
      sentence={
        <>
          Version {version}, judged <TimeMark at={at} now={now} /> by{' '}
          <TextLink href="/policies">rule set {ruleSet}</TextLink>
          <Provenance asOf={at} from={`Rule set ${ruleSet} over version ${version}`} href="/policies" />
        </>
      }
      actions={<VerdictMark verdict={verdict} size="title" />}
    >
      {findings.map((finding) => (
        <FindingStory key={finding.id} finding={finding} />
      ))}
      {reasons.length > 0 && (
        <div className="px-4 py-4">
          <h3 className="font-medium">What the licence leaves open</h3>
          <ul className="mt-1 list-disc ps-5">
            {reasons.map((reason) => (
              <li key={`${reason.code} ${reason.section}`} className="max-w-[80ch]">
                {reasonText(reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {findings.length === 0 && reasons.length === 0 && (
        <p className="max-w-[80ch] px-4 py-4">{plainReason(assessment)}</p>
      )}
    </Section>
  )
}

function plainReason({ subject, duties }: AssessmentDetail): string {
  const { licenceId } = subject.identified
  if (licenceId === null) return 'No rule finds anything wrong, and the licence leaves nothing open.'
  const asks = duties.length === 0 ? 'It asks nothing of this use.' : 'It asks what is listed under duties.'
  return `The pinned text is ${licenceName(licenceId)}, identified from the text itself; its terms allow this use, and no rule objects. ${asks}`
}
