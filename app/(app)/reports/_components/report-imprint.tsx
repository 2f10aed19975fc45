import { DayMark } from '#app/_ui/day-mark.tsx'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { KeyValue, type KeyValueItem } from '#app/_ui/key-value.tsx'
import type { PublishedReport } from '#lib/reports/queries/reports.ts'
import type { WeeklyReport } from '#lib/reports/weekly-report.ts'
import { Instant } from './instant.tsx'

/** What the document is: its days, when and by whom it was published, and the hashes it can be checked against. */
export function ReportImprint({ report, published }: { report: WeeklyReport; published: PublishedReport | null }) {
  const days: KeyValueItem = {
    term: 'Days',
    value: (
      <>
        <DayMark on={new Date(report.from)} /> to <DayMark on={new Date(Date.parse(report.to) - 1)} />, UTC
      </>
    ),
  }
  if (published === null) {
    return <KeyValue items={[days, { term: 'As of', value: <Instant at={report.generatedAt} /> }, firstLook(report)]} />
  }
  return (
    <KeyValue
      items={[
        days,
        {
          term: 'Published',
          value: (
            <>
              <Instant at={published.publishedAt.toISOString()} /> by {published.publishedBy}, edition{' '}
              {published.edition}
            </>
          ),
        },
        firstLook(report),
        {
          term: 'Checked against',
          value: (
            <span className="flex flex-wrap gap-x-4">
              {published.renditions.map(({ format, sha256, size }) => (
                <span key={format} className="inline-flex flex-wrap items-center gap-x-1">
                  {format.toUpperCase()} ({size.toLocaleString('en')} bytes) <HashMark hash={sha256} />
                </span>
              ))}
              <span className="inline-flex flex-wrap items-center gap-x-1">
                everything it quotes <HashMark hash={published.inputsSha256} />
              </span>
            </span>
          ),
        },
      ]}
    />
  )
}

function firstLook({ firstLookAt }: WeeklyReport): KeyValueItem {
  return {
    term: 'Watched since',
    value: firstLookAt === null ? 'no look has been made yet' : <Instant at={firstLookAt} />,
  }
}
