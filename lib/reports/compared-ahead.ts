import type { TextComparison } from '#lib/licences/licence-diff.ts'
import type { TextJudge } from '#lib/licences/text-judge.ts'
import { type Outcome, ok } from '#lib/shared/outcome.ts'
import { assembleWeeklyReport } from './assemble-weekly-report.ts'
import type { CompareTexts } from './licence-difference.ts'
import type { ReportInput } from './report-input.ts'

const NOT_YET: TextComparison = { level: 'identical', clauses: [], isComplete: false }

/** The comparisons a report quotes, made beforehand and elsewhere: assembling it asks which they are. */
export async function comparedAhead(input: ReportInput, textJudge: TextJudge): Promise<Outcome<CompareTexts>> {
  const asked = new Map<string, Parameters<CompareTexts>>()
  assembleWeeklyReport(input, (...texts) => {
    asked.set(JSON.stringify(texts), texts)
    return NOT_YET
  })
  const made = new Map<string, TextComparison>()
  for (const [key, texts] of asked) {
    const compared = await textJudge.compare(...texts)
    if (!compared.ok) return compared
    made.set(key, compared.value)
  }
  return ok((...texts) => made.get(JSON.stringify(texts)) ?? NOT_YET)
}
