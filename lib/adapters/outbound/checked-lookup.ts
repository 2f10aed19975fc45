import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { type AddressKind, type AddressRule, classifyAddress, isAddressAllowed } from './address.ts'
import { OutboundError } from './outbound-error.ts'

export interface ResolvedAddress {
  address: string
  family: number
}

/** Turns a host name into every address it has. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>

/** The system's resolver, hosts file included. */
export const resolveWithSystem: Resolve = (hostname) => lookup(hostname, { all: true })

/**
 * A lookup for `net.connect` that hands over only addresses it has checked, so that a name cannot resolve differently
 * between check and connection. One forbidden address among several forbids the name.
 */
export function checkedLookup(resolve: Resolve, rule: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const first = addresses[0]
        if (first === undefined) return callback(new Error(`${hostname} has no address.`), '', 0)
        for (const { address } of addresses) {
          const kind = classifyAddress(address)
          if (!isAddressAllowed(kind, rule)) return callback(refusedAddress(hostname, kind), '', 0)
        }
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    )
  }
}

/** The refusal of a host, in words that name the kind of address and not the address itself. */
export function refusedAddress(hostname: string, kind: AddressKind): OutboundError {
  return new OutboundError(
    'refused_address',
    `${hostname} leads to a ${kind.replace('_', '-')} address, not to a public one.`,
  )
}
