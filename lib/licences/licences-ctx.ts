import type { Ctx } from '#lib/ctx.ts'
import type { DocumentSource } from './document-source.ts'

/** A context for use cases that bring licence texts by their address. */
export interface LicencesCtx extends Ctx {
  documents: DocumentSource
}
