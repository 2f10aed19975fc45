import { HubError } from '#lib/upstream/hub-client.ts'

/**
 * Reads the address of the next page from a `Link` header, null on the last. A page of another origin is refused:
 * following it would hand this hub's token to whoever wrote the header.
 */
export function nextLink(header: string | undefined, current: URL): URL | null {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(header ?? '')?.[1]
  if (target === undefined) return null
  const next = URL.canParse(target, current) ? new URL(target, current) : undefined
  if (!next || next.href === current.href) {
    throw new HubError('wrong_shape', 'The hub names a next page that does not exist.', { url: current.href })
  }
  if (next.origin !== current.origin) {
    throw new HubError('refused_address', `The next page lies on ${next.host}, not on the hub.`, { url: current.href })
  }
  return next
}
