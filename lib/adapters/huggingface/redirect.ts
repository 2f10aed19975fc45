import type { AddressRule } from '#lib/adapters/outbound/address.ts'
import type { OutboundAnswer } from '#lib/adapters/outbound/guard.ts'
import { HubError } from '#lib/upstream/hub-client.ts'

/** Whether an answer sends us on. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

/** Where a redirect leads; only a file may leave the hub, and nothing may fall back from https to http. */
export function redirectTarget(
  answer: OutboundAnswer,
  from: URL,
  hub: { origin: string; mayLeave: boolean; requests: number },
): URL {
  const details = { url: from.href, status: answer.status, requests: hub.requests }
  const location = answer.headers.get('location') ?? ''
  if (location === '' || !URL.canParse(location, from)) {
    throw new HubError('unexpected_status', 'The hub redirects to nowhere.', details)
  }
  const target = new URL(location, from)
  const isDowngrade = from.protocol === 'https:' && target.protocol !== 'https:'
  if (isDowngrade || (target.origin !== hub.origin && !hub.mayLeave)) {
    throw new HubError('refused_address', `The hub redirects to ${target.host}, where it is not followed.`, details)
  }
  return target
}

/** The hub's own host keeps the trust it was configured with; every other host is somebody's link. */
export function ruleFor(url: URL, hubOrigin: string, hubRule: AddressRule): AddressRule {
  return url.hostname === new URL(hubOrigin).hostname ? hubRule : { addressClass: 'linked' }
}
