import ipaddr from 'ipaddr.js'

export type AddressKind = 'public' | 'private' | 'loopback' | 'link_local' | 'metadata' | 'special'

/** Who named the address: the operator, an administrator as a source, or data that somebody else wrote. */
export type AddressClass = 'configured' | 'source' | 'linked'

export interface AddressRule {
  addressClass: AddressClass
  /** An administrator's word that this source may lie in a private network; nothing a `linked` address can have. */
  allowPrivate?: boolean
}

/** Where clouds hand credentials to whoever asks from inside; some of them look public or merely private. */
const METADATA_ADDRESSES = new Set(
  ['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254'].map((text) =>
    ipaddr.parse(text).toNormalizedString(),
  ),
)

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Says what kind of address an IP literal is; whatever is not surely public is not `public`. */
export function classifyAddress(text: string): AddressKind {
  if (!ipaddr.isValid(text)) return 'special'
  const address = unwrapped(ipaddr.parse(text))
  if (METADATA_ADDRESSES.has(address.toNormalizedString())) return 'metadata'
  switch (address.range()) {
    case 'unicast':
      // ipaddr.js calls everything unlisted unicast, `::7f00:1` and unallocated space included.
      return address instanceof ipaddr.IPv6 && !address.match(GLOBAL_UNICAST_V6) ? 'special' : 'public'
    case 'private':
    case 'uniqueLocal':
    case 'carrierGradeNat':
      return 'private'
    case 'loopback':
      return 'loopback'
    case 'linkLocal':
      return 'link_local'
    default:
      return 'special'
  }
}

/** Whether a connection under this rule may go to an address of this kind. */
export function isAddressAllowed(kind: AddressKind, rule: AddressRule): boolean {
  if (rule.addressClass === 'configured' || kind === 'public') return true
  return rule.addressClass === 'source' && rule.allowPrivate === true && (kind === 'private' || kind === 'loopback')
}

/** IPv4 written as IPv6 (mapped, or through a NAT64 gateway) is judged as the IPv4 address that is reached. */
function unwrapped(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address
  const range = address.range()
  if (range !== 'ipv4Mapped' && range !== 'rfc6052') return address
  return new ipaddr.IPv4(address.toByteArray().slice(12))
}
