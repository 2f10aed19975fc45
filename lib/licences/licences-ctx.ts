import type { DocumentSource } from './document-source.ts'
import type { TextJudgeCtx } from './text-judge.ts'

/** A context for use cases that bring licence texts, by their address too. */
export interface LicencesCtx extends TextJudgeCtx {
  documents: DocumentSource
}
