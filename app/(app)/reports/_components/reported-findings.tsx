import { PersonMark } from '#app/_ui/person-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ReportFinding } from '#lib/reports/report-input.ts'
import type { TeamFindings } from '#lib/reports/weekly-report.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { Instant } from './instant.tsx'

/** What came and went for one team. */
export function ReportedFindings({ team: { team, opened, cleared } }: { team: TeamFindings }) {
  const rows = [
    ...opened.map((finding) => ({ finding, what: 'New' })),
    ...cleared.map((finding) => ({ finding, what: 'Cleared' })),
  ]
  return (
    <div className="mb-4">
      <h3 className="mb-1 font-medium">
        <PersonMark kind="team" name={team.slug} />
      </h3>
      <div className="rounded border bg-surface">
        <PlainTable
          label={`Findings of team ${team.slug}`}
          head={[
            { label: 'Finding', isWrapping: true },
            { label: 'New or cleared' },
            { label: 'Severity' },
            { label: 'Deployment' },
            { label: 'Model' },
            { label: 'At' },
          ]}
          rows={rows.map(({ finding, what }) => ({
            key: `${what} ${finding.findingId} ${finding.at}`,
            cells: cellsOf(finding, what),
          }))}
        />
      </div>
    </div>
  )
}

function cellsOf(finding: ReportFinding, what: string) {
  const { deployment, rule } = finding
  return [
    <TextLink key="rule" href={`/findings/${finding.findingId}`}>
      {rule.title}
    </TextLink>,
    what,
    finding.severity,
    <TextLink key="deployment" href={`/deployments/${deployment.id}`}>
      {deployment.name}
    </TextLink>,
    finding.model,
    <Instant key="at" at={finding.at} />,
  ]
}
