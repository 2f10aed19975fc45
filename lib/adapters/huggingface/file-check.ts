import { createHash } from 'node:crypto'
import { HubError } from '#lib/upstream/hub-client.ts'
import type { Received } from './transport.ts'

/**
 * Refuses bytes that are not the file that was asked for: a sign-in page in between, half a text, another commit. Such
 * bytes would otherwise be taken for a changed licence.
 */
export function checkFile({ bytes, repoCommit, linkedEtag }: Received, commit: string, url: string): void {
  if (repoCommit === null) {
    throw new HubError('wrong_shape', 'The answer does not say which commit it is from, so it is not from a hub.', {
      url,
    })
  }
  if (/^[0-9a-f]{40}$/.test(commit) && repoCommit !== commit) {
    throw new HubError('wrong_shape', `The hub answered from commit ${repoCommit}.`, { url })
  }
  const named = /^(?:W\/)?"([0-9a-f]{40}|[0-9a-f]{64})"$/.exec(linkedEtag ?? '')?.[1]
  if (named !== undefined && named !== (named.length === 40 ? blobId(bytes) : sha256(bytes))) {
    throw new HubError('wrong_shape', 'The bytes that came are not those the hub named.', { url })
  }
}

function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
