import { move } from 'piscina'
import { comparisonFile } from '#lib/adapters/rendering/comparison-file.ts'
import type { ComparedTexts, ExportFormat } from '#lib/licences/compared-texts.ts'
import { judgeText } from '#lib/licences/judged-text.ts'
import { compareTexts, type KnownIds, type TextComparison } from '#lib/licences/licence-diff.ts'
import { type TextClause, textClauses } from '#lib/licences/text-clauses.ts'
import type { JudgedText } from '#lib/licences/text-judge.ts'
import type { Outcome } from '#lib/shared/outcome.ts'

// Runs in a thread of its own, started from this file as it stands: it is never part of a bundle.

export function identify(bytesOrText: Uint8Array | string): Promise<Outcome<JudgedText>> {
  return judgeText(bytesOrText)
}

export function clauses(text: string): TextClause[] {
  return textClauses(text)
}

export interface CompareTask {
  before: string
  after: string
  known: KnownIds | undefined
}

export function compare({ before, after, known }: CompareTask): TextComparison {
  return compareTexts(before, after, known)
}

export interface ExportTask {
  texts: ComparedTexts
  format: ExportFormat
}

/** The file's bytes, handed over rather than copied. */
export async function exportComparison({ texts, format }: ExportTask) {
  return move(Uint8Array.from(await comparisonFile(texts, format)))
}
