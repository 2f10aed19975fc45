/**
 * The port through which upstream is watched: the read endpoints of a Hugging Face compatible hub that a look needs.
 * Every call answers with what was seen or throws `HubError`. A lost connection, 408, 429 and 5xx are asked again at most
 * twice, after the wait the hub asks for.
 */
export interface HubClient {
  /** One page of an organisation's repositories. `cursor` is the opaque `next` of the page before. */
  listModels(owner: string, page: { cursor?: string; limit: number }): Promise<HubAnswer<HubPage>>
  /** One repository as it stands now, by name; follows a rename and says so in `renamedFrom`. */
  getModel(name: string, validators?: Validators): Promise<HubAnswer<HubModel>>
  /** Resolves a branch, tag or commit to the repository as it stood there. */
  getRevision(name: string, revision: string): Promise<HubAnswer<HubModel>>
  /** Every file of one commit. */
  getTree(name: string, commit: string): Promise<HubAnswer<HubFile[]>>
  /** Commits of the default branch, newest first, up to and without `until`; at most `limit`, also where `until` is not among them. */
  listCommits(name: string, options: { until?: string; limit: number }): Promise<HubAnswer<HubCommit[]>>
  /** The bytes of one file at one commit, at most `maxBytes`. */
  getFile(name: string, commit: string, path: string, maxBytes: number): Promise<HubAnswer<HubBytes>>
}

export interface Validators {
  etag?: string
}

/** What came back, and what proves it. `notModified` answers carry no value. */
export type HubAnswer<T> =
  | { notModified: false; value: T; evidence: HubEvidence }
  | { notModified: true; evidence: HubEvidence }

export interface HubEvidence {
  url: string
  status: number
  at: Date
  etag: string | null
  /** SHA-256 (hex) of the body as received; null where there was none. */
  bodySha256: string | null
  requestId: string | null
  /** Requests this answer cost, redirects and retries included. */
  requests: number
}

export interface HubPage {
  models: HubModel[]
  /** Items that could not be read, by name where one was given, with the reason. They are absent from `models`. */
  unreadable: { name: string | null; reason: string }[]
  next: string | null
}

export interface HubModel {
  /** The hub's own object id (`_id`), stable across renames; null where the hub gave none. */
  hubObjectId: string | null
  name: string
  renamedFrom: string | null
  /** Head commit, 40 hex. */
  commit: string | null
  lastModifiedAt: string | null
  createdAt: string | null
  isPrivate: boolean
  isDisabled: boolean
  gated: false | 'auto' | 'manual'
  tags: string[]
  /** Raw card front matter; null where the card has none. */
  cardData: Record<string, unknown> | null
  pipelineTag: string | null
  libraryName: string | null
  parameters: number | null
  usedStorage: number | null
  /** File names; only known on detail calls. */
  files: string[] | null
}

export interface HubFile {
  path: string
  size: number
  /** Git blob SHA-1. */
  oid: string
  /** SHA-256 of the content, LFS files only. */
  lfsSha256: string | null
}

export interface HubCommit {
  id: string
  title: string
  at: string
}

export interface HubBytes {
  bytes: Uint8Array
  commit: string | null
}

/** Why a look could not see: closed, so that a source's health page can name each. */
export const HUB_ERROR_KINDS = [
  'unreachable',
  'timeout',
  'rate_limited',
  'server_error',
  'not_found',
  'revision_not_found',
  'file_not_found',
  'withheld',
  'gated',
  'disabled',
  'refused_address',
  'too_large',
  'not_json',
  'wrong_shape',
  'unexpected_status',
] as const
export type HubErrorKind = (typeof HUB_ERROR_KINDS)[number]

export class HubError extends Error {
  /**
   * A server may load this module more than once, and an error made by one copy must be known to the others: the client lives
   * as long as the process, while pages and handlers bring their own.
   */
  static override [Symbol.hasInstance](value: unknown): value is HubError {
    return value instanceof Error && value.name === 'HubError'
  }

  readonly kind: HubErrorKind
  readonly url: string
  readonly status: number | null
  /** Seconds the hub asked to wait; null where it did not say. */
  readonly retryAfter: number | null
  readonly requests: number

  constructor(
    kind: HubErrorKind,
    message: string,
    details: { url: string; status?: number | null; retryAfter?: number | null; requests?: number; cause?: unknown },
  ) {
    super(message, { cause: details.cause })
    this.name = 'HubError'
    this.kind = kind
    this.url = details.url
    this.status = details.status ?? null
    this.retryAfter = details.retryAfter ?? null
    this.requests = details.requests ?? 1
  }
}
