import type { Verdict } from './identify.ts'
import type { TermDifference } from './term-differences.ts'

export const EXPORT_FORMATS = ['html', 'pdf', 'patch'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** One of two texts that are compared, as pages and files name it. */
export interface ComparedText {
  sha256: string
  /** The licence it was recognised as, or how it stands to the one it comes from, in words; null where nothing was recognised. */
  name: string | null
  licenceId: string | null
  verdict: Verdict | null
  text: string
}

/** Two texts and what is known of their terms: all that a comparison shows is made from it. */
export interface ComparedTexts {
  before: ComparedText
  after: ComparedText
  /** Null where the terms of one text have not been read. */
  terms: readonly TermDifference[] | null
  /** When the comparison was asked for. */
  asOf: string
}

/** What to call a text: its licence where it was recognised, else that it was not. */
export function nameOfText({ name, verdict }: Pick<ComparedText, 'name' | 'verdict'>): string {
  if (name !== null) return name
  return verdict === null ? 'Text nobody has judged yet' : 'Text that was not recognised'
}
