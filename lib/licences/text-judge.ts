import type { Ctx } from '#lib/ctx.ts'
import type { Outcome } from '#lib/shared/outcome.ts'
import type { ComparedTexts, ExportFormat } from './compared-texts.ts'
import type { Identification } from './identify.ts'
import type { KnownIds, TextComparison } from './licence-diff.ts'
import type { TextEncoding } from './licence-text.ts'
import type { TextClause } from './text-clauses.ts'

/** A text read, recognised and fingerprinted. */
export interface JudgedText {
  sha256: string
  text: string
  encoding: TextEncoding
  fingerprint: string
  identification: Identification
}

/**
 * Reads and compares texts somebody else wrote, away from whatever serves requests: a hostile text costs its own time and no
 * one else's. What takes longer than its limit is refused.
 */
export interface TextJudge {
  /** Refuses bytes that are no text or too many. */
  identify(bytesOrText: Uint8Array | string): Promise<Outcome<JudgedText>>
  /** The clauses of a text as the search keeps them. */
  clauses(text: string): Promise<Outcome<TextClause[]>>
  compare(before: string, after: string, known?: KnownIds): Promise<Outcome<TextComparison>>
  /** A comparison as a file. */
  exportComparison(texts: ComparedTexts, format: ExportFormat): Promise<Outcome<Uint8Array>>
  close(): Promise<void>
}

/** A context for use cases that read or compare texts. */
export interface TextJudgeCtx extends Ctx {
  textJudge: TextJudge
}
