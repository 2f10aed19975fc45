import { formatInstant } from '#app/_ui/relative-time.ts'
import { gapText } from '#lib/reports/sentences.en.ts'
import type { SourceCoverage } from '#lib/reports/weekly-report.ts'
import { counted } from '../../_components/counted.ts'

/** Per source how often it was seen whole, and when it was not. */
export function ReportedCoverage({ sources }: { sources: SourceCoverage[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {sources.map(({ source, completeLooks, gaps }) => (
        <li key={source.id}>
          <p>
            <span className="font-medium">{source.name}</span>:{' '}
            {counted(completeLooks, 'complete look', 'complete looks')}
            {gaps.length === 0 && ', no gap'}.
          </p>
          {gaps.length > 0 && (
            <ul className="mt-1 list-disc ps-5 text-muted">
              {gaps.map((gap) => (
                <li key={gap.from}>{withReadableInstants(gapText(gap))}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The sentence serves files too, where instants stand as ISO 8601. */
function withReadableInstants(sentence: string): string {
  return sentence.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (iso) => formatInstant(new Date(iso)))
}
