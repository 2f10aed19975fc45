import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  test('does not depend on the order in which an object was built', () => {
    const one = canonicalJson({ b: [1, { y: null, x: true }], a: 'é' })
    expect(one).toBe('{"a":"é","b":[1,{"x":true,"y":null}]}')
    expect(canonicalJson({ a: 'é', b: [1, { x: true, y: null }] })).toBe(one)
  })

  test('sorts keys and writes numbers as RFC 8785 shows', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonicalJson(keys)))).toHaveLength(7)
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}')
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    )
  })

  test('escapes only what must be', () => {
    expect(canonicalJson('\u20ac$\u000F\nA\'B"\\/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\/"')
  })

  test('leaves out what is undefined, as if it had not been set', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  test.each([
    ['a date', { at: new Date(0) }],
    ['a bigint', { n: 1n }],
    ['not a number', { n: Number.NaN }],
    ['infinity', { n: Number.POSITIVE_INFINITY }],
    ['a map', { m: new Map() }],
    ['a hole in a list', [undefined]],
    ['half a character', ['\ud800']],
  ])('refuses %s rather than write something else', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('names the place of what it cannot write', () => {
    expect(() => canonicalJson({ looks: [{ at: new Date(0) }] })).toThrow('/looks/0/at')
  })
})
