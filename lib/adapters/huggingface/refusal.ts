import { HubError, type HubErrorKind } from '#lib/upstream/hub-client.ts'

/** What was asked for, which decides what an uncoded 404 is about. */
export type Operation = 'list' | 'model' | 'revision' | 'tree' | 'commits' | 'file'

export interface RefusedAnswer {
  url: string
  status: number
  headers: ReadonlyMap<string, string>
  bytes: Uint8Array
  operation: Operation
  hasToken: boolean
  retryAfter: number | null
  requests: number
}

const CODES: Record<string, HubErrorKind> = {
  RepoNotFound: 'not_found',
  RevisionNotFound: 'revision_not_found',
  EntryNotFound: 'file_not_found',
  GatedRepo: 'gated',
}

/** Names why the hub said no: its own code first, then its words, then the status. */
export function refusalOf(answer: RefusedAnswer): HubError {
  const said = messageOf(answer)
  const kind = kindOf(answer, said)
  const message = said === '' ? `The hub answered ${answer.status}.` : `The hub answered ${answer.status}: ${said}`
  return new HubError(kind, message, answer)
}

function kindOf({ headers, status, operation, hasToken }: RefusedAnswer, said: string): HubErrorKind {
  const coded = CODES[headers.get('x-error-code') ?? '']
  if (coded) return coded
  if (status === 403 && said === 'Access to this resource is disabled.') return 'disabled'
  if (status === 429) return 'rate_limited'
  if (status === 408) return 'timeout'
  if (status >= 500) return 'server_error'
  if (status === 404 || status === 410) return absentKind(operation, headers)
  // Without a token the hub says the same of a missing and of a private repository.
  if (status === 401 && !hasToken) return 'withheld'
  return 'unexpected_status'
}

function absentKind(operation: Operation, headers: ReadonlyMap<string, string>): HubErrorKind {
  if (operation === 'file') return 'file_not_found'
  // Only an answer that found the repository names a commit.
  if (operation === 'revision' || headers.has('x-repo-commit')) return 'revision_not_found'
  return 'not_found'
}

function messageOf({ headers, bytes }: RefusedAnswer): string {
  return (headers.get('x-error-message') ?? bodyMessage(bytes)).trim().slice(0, 300)
}

function bodyMessage(bytes: Uint8Array): string {
  try {
    const body: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (typeof body !== 'object' || body === null || !('error' in body)) return ''
    return [body.error]
      .flat()
      .filter((part) => typeof part === 'string')
      .join(' ')
  } catch {
    return ''
  }
}
