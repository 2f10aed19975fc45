import type { TextComparison } from '#lib/licences/licence-diff.ts'
import { licenceDifference } from './licence-difference.ts'
import type { ReportText } from './report-input.ts'
import type { TextPair } from './weekly-report.ts'

/** Two versions of a text with what differs between them, as reports and pages show it; null where they were not compared. */
export function textPair(
  path: string,
  before: ReportText | null,
  after: ReportText | null,
  comparison: TextComparison | null,
): TextPair {
  const side = (text: ReportText | null) => (text === null ? null : { sha256: text.sha256, licenceId: text.licenceId })
  const difference =
    before === null || after === null || comparison === null ? null : licenceDifference(before, after, () => comparison)
  return { path, before: side(before), after: side(after), difference }
}
