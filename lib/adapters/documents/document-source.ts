import { createOutboundGuard, type OutboundAnswer, type OutboundGuard } from '#lib/adapters/outbound/guard.ts'
import { OutboundError, type OutboundErrorKind } from '#lib/adapters/outbound/outbound-error.ts'
import type { DocumentSource, FetchedDocument, FetchRefusal } from '#lib/licences/document-source.ts'

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const ACCEPT = 'text/plain, text/markdown, text/html;q=0.9, */*;q=0.5'

const REFUSALS: Record<OutboundErrorKind, FetchRefusal> = {
  refused_address: 'address-refused',
  unreachable: 'unreachable',
  timeout: 'timeout',
  too_large: 'too-large',
  unreadable: 'unreadable',
}

interface DocumentSourceOptions {
  fetcher?: OutboundGuard
  /** For the whole of it, redirects included. */
  deadlineMs?: number
}

/** Fetches documents at addresses people give: public ones, unless an administrator's word goes further; every redirect is checked anew. */
export function createDocumentSource(options: DocumentSourceOptions = {}): DocumentSource {
  const fetcher = options.fetcher ?? createOutboundGuard()
  const deadlineMs = options.deadlineMs ?? 20_000
  return {
    async fetchDocument(url, { maxBytes, allowPrivate }) {
      const endsAt = performance.now() + deadlineMs
      let at = url
      for (let followed = 0; ; followed++) {
        const left = Math.max(1, Math.floor(endsAt - performance.now()))
        let answer: OutboundAnswer
        try {
          answer = await fetcher.send({
            url: at,
            addressClass: 'source',
            allowPrivate,
            headers: { accept: ACCEPT },
            maxBytes,
            deadlineMs: left,
            headersTimeoutMs: left,
          })
        } catch (error) {
          if (!(error instanceof OutboundError)) throw error
          return { ok: false, because: REFUSALS[error.kind], message: error.message }
        }
        if (!REDIRECTS.has(answer.status)) return documentOf(answer, at)
        const location = answer.headers.get('location')
        if (location === undefined || !URL.canParse(location, at) || followed >= MOST_REDIRECTS) {
          return { ok: false, because: 'redirects', message: 'The address leads on and on, or nowhere.' }
        }
        at = new URL(location, at)
      }
    },
  }
}

function documentOf(answer: OutboundAnswer, at: URL): FetchedDocument {
  if (answer.status !== 200) {
    return { ok: false, because: 'status', message: `The server answered with status ${answer.status}.` }
  }
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? null
  return { ok: true, bytes: answer.bytes, finalUrl: at.href, mediaType }
}
