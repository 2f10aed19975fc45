import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { FindingOnRecord } from '#lib/deployments/queries/find-finding.ts'
import { EFFECT_WORDS } from '#lib/policy/sentences.en.ts'
import { SeverityMark } from '../../_components/severity-mark.tsx'

/** What it is, of which deployment, and whether it stands. */
export function FindingHeader({ finding, now }: { finding: FindingOnRecord; now: Date }) {
  const { deployment, team } = finding
  return (
    <PageHeader
      title={finding.title}
      breadcrumbs={[{ label: 'Findings', href: '/findings' }]}
      marks={
        <span className="inline-flex flex-wrap items-center gap-x-3">
          <SeverityMark severity={finding.severity} />
          <span className={finding.isOpen ? 'font-medium' : 'text-muted'}>
            {finding.isOpen ? 'Open' : 'Closed'} <TimeMark at={finding.since} now={now} />
          </span>
        </span>
      }
      sentence={
        <>
          <TextLink href={`/deployments/${deployment.id}`}>{deployment.name}</TextLink>
          {deployment.isRetired && ' (retired)'} of {team.name}: {EFFECT_WORDS[finding.effect]}.
        </>
      }
    />
  )
}
