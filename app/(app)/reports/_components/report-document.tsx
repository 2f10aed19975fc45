import type { WeeklyReport } from '#lib/reports/weekly-report.ts'
import { ReportSection } from './report-section.tsx'
import { ReportedChange } from './reported-change.tsx'
import { ReportedCoverage } from './reported-coverage.tsx'
import { ReportedFindings } from './reported-findings.tsx'
import { TextChange } from './text-change.tsx'

interface ReportDocumentProps {
  report: WeeklyReport
  now: Date
  view: 'inline' | 'columns'
}

/** A week's report to be read: the stored document and nothing that was not known then. */
export function ReportDocument({ report, now, view }: ReportDocumentProps) {
  const { licences, findings, coverage } = report.sections
  const path = `/reports/${report.week}`
  return (
    <article className="flex min-w-0 flex-col gap-6">
      <ReportSection name="licences" statement={licences.statement}>
        <ul>
          {licences.changes.map((change) => (
            <ReportedChange key={change.id} change={change} now={now}>
              {change.texts && (
                <TextChange
                  pair={change.texts}
                  view={view}
                  viewHrefs={{ inline: path, columns: `${path}?view=columns` }}
                />
              )}
            </ReportedChange>
          ))}
        </ul>
      </ReportSection>
      {(['models', 'gating', 'other'] as const).map((name) => (
        <ReportSection key={name} name={name} statement={report.sections[name].statement}>
          <ul>
            {report.sections[name].changes.map((change) => (
              <ReportedChange key={change.id} change={change} now={now} />
            ))}
          </ul>
        </ReportSection>
      ))}
      <ReportSection name="findings" statement={findings.statement}>
        {findings.teams.map((team) => (
          <ReportedFindings key={team.team.id} team={team} />
        ))}
      </ReportSection>
      <ReportSection name="coverage" statement={coverage.statement}>
        <ReportedCoverage sources={coverage.sources} />
      </ReportSection>
    </article>
  )
}
