import type { ComparedTexts, ExportFormat } from '#lib/licences/compared-texts.ts'
import { comparisonView, type ViewClause } from '#lib/licences/comparison-view.ts'
import { compareTexts, type TextComparison } from '#lib/licences/licence-diff.ts'
import { comparisonHtml } from './comparison-html.ts'
import { comparisonPatch } from './comparison-patch.ts'

/** What a file of a comparison is made from. */
export interface ComparisonToRender {
  texts: ComparedTexts
  comparison: TextComparison
  clauses: readonly ViewClause[]
}

/** A comparison as the bytes of a file. */
export async function comparisonFile(texts: ComparedTexts, format: ExportFormat): Promise<Uint8Array> {
  if (format === 'patch') return new TextEncoder().encode(comparisonPatch(texts))
  const { before, after } = texts
  const comparison = compareTexts(before.text, after.text, { beforeId: before.licenceId, afterId: after.licenceId })
  const rendered = { texts, comparison, clauses: comparisonView(comparison, before.text, after.text) }
  if (format === 'html') return new TextEncoder().encode(comparisonHtml(rendered))
  // Its fonts and tables are loaded by whoever asks for a PDF, not by every judgement.
  const { comparisonPdf } = await import('./comparison-pdf.ts')
  return comparisonPdf(rendered)
}
