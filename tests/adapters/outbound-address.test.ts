import { describe, expect, test } from 'vitest'
import { type AddressRule, classifyAddress, isAddressAllowed } from '#lib/adapters/outbound/address.ts'

describe('classifying an address', () => {
  test.each([
    ['8.8.8.8', 'public'],
    ['2606:4700::6810:84e5', 'public'],
    ['10.1.2.3', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd12:3456::1', 'private'],
    ['127.0.0.1', 'loopback'],
    ['127.9.9.9', 'loopback'],
    ['::1', 'loopback'],
    ['169.254.1.1', 'link_local'],
    ['fe80::1', 'link_local'],
    ['fe80::1%eth0', 'link_local'],
    ['169.254.169.254', 'metadata'],
    ['100.100.100.200', 'metadata'],
    ['168.63.129.16', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['0.0.0.0', 'special'],
    ['::', 'special'],
    ['224.0.0.1', 'special'],
    ['255.255.255.255', 'special'],
    ['198.51.100.7', 'special'],
    ['2001:db8::1', 'special'],
    ['2002:7f00:1::', 'special'],
    ['4000::1', 'special'],
    ['not an address', 'special'],
  ])('%s is %s', (address, kind) => {
    expect(classifyAddress(address)).toBe(kind)
  })

  test.each([
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:a9fe:a9fe', 'metadata'],
    ['::ffff:8.8.8.8', 'public'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b::808:808', 'public'],
    ['::7f00:1', 'special'],
  ])('%s, IPv4 in the dress of IPv6, is %s', (address, kind) => {
    expect(classifyAddress(address)).toBe(kind)
  })
})

describe('who may go where', () => {
  const linked: AddressRule = { addressClass: 'linked', allowPrivate: true }
  const source: AddressRule = { addressClass: 'source' }
  const privateSource: AddressRule = { addressClass: 'source', allowPrivate: true }

  test('what the operator configured may lie anywhere', () => {
    for (const kind of ['public', 'private', 'loopback', 'link_local', 'metadata', 'special'] as const) {
      expect(isAddressAllowed(kind, { addressClass: 'configured' })).toBe(true)
    }
  })

  test('everybody may reach a public address', () => {
    for (const rule of [linked, source, privateSource]) expect(isAddressAllowed('public', rule)).toBe(true)
  })

  test('a source reaches a private network only when an administrator allowed it', () => {
    expect(isAddressAllowed('private', source)).toBe(false)
    expect(isAddressAllowed('loopback', source)).toBe(false)
    expect(isAddressAllowed('private', privateSource)).toBe(true)
    expect(isAddressAllowed('loopback', privateSource)).toBe(true)
  })

  test('no permission opens the way to metadata, link-local or special addresses', () => {
    for (const kind of ['metadata', 'link_local', 'special'] as const) {
      expect(isAddressAllowed(kind, privateSource)).toBe(false)
    }
  })

  test('an address found in data is never private, whatever permission comes along', () => {
    for (const kind of ['private', 'loopback', 'metadata'] as const) expect(isAddressAllowed(kind, linked)).toBe(false)
  })
})
