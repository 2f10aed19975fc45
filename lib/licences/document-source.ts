export type FetchRefusal =
  | 'address-refused'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'unreadable'
  | 'status'
  | 'redirects'

/** A document as an address answered it. */
export type FetchedDocument =
  | {
      ok: true
      bytes: Uint8Array
      /** Where the answer came from, after redirects. */
      finalUrl: string
      /** What the server says it is; null where it says nothing. */
      mediaType: string | null
    }
  | { ok: false; because: FetchRefusal; message: string }

/** Fetches one document that a person asked for, by its address. */
export interface DocumentSource {
  /** `allowPrivate` is an administrator's word that the address may lie in a private network. */
  fetchDocument(url: URL, options: { maxBytes: number; allowPrivate: boolean }): Promise<FetchedDocument>
}
