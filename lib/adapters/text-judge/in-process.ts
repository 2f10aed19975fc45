import { comparisonFile } from '#lib/adapters/rendering/comparison-file.ts'
import { judgeText } from '#lib/licences/judged-text.ts'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { textClauses } from '#lib/licences/text-clauses.ts'
import type { TextJudge } from '#lib/licences/text-judge.ts'
import { ok } from '#lib/shared/outcome.ts'

/** Judges texts in the process that asks: for the command line and tests, where nobody else waits. */
export function inProcessTextJudge(): TextJudge {
  return {
    identify: (bytesOrText) => judgeText(bytesOrText),
    clauses: async (text) => ok(textClauses(text)),
    compare: async (before, after, known) => ok(compareTexts(before, after, known)),
    exportComparison: async (texts, format) => ok(await comparisonFile(texts, format)),
    close: async () => undefined,
  }
}
