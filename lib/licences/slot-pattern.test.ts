import { describe, expect, test } from 'vitest'
import { fitsSlotPattern, isNotice, readSlotPattern } from './slot-pattern.ts'

const fits = (pattern: string, words: string) =>
  fitsSlotPattern(
    readSlotPattern(pattern),
    words.split(' ').filter((word) => word !== ''),
  )

describe('a pattern', () => {
  test.each([
    ['software|materials', 'materials'],
    ['the name of (*) may not|neither (*) nor (*) may', 'the name of foo bar inc may not'],
    ['neither (*) nor (*) may', 'neither foo nor the names of its contributors may'],
    ['by (**) as is', 'by as is'],
    ['|of the theme', ''],
    ['3|(#)', '3.1'],
  ])('%s fits %s', (pattern, words) => expect(fits(pattern, words)).toBe(true))

  test.each([
    ['software|materials', 'firmware'],
    ['the name of (*) may not', 'the name of foo may'],
    ['the name of (*) may not', 'the name of may not'],
    ['(#)', '47'],
  ])('%s does not fit %s', (pattern, words) => expect(fits(pattern, words)).toBe(false))
})

test('what grants, forbids or conditions is no name', () => {
  for (const words of ['acme unless paid', 'anybody not paying', 'commercial users', 'the licensee']) {
    expect(fits('(*)', words)).toBe(false)
  }
  expect(fits('(*)', 'the regents of the university of california and contributors')).toBe(true)
  expect(fits('(*)', 'name '.repeat(61))).toBe(false)
})

test('a notice says who holds the copyright and no more', () => {
  expect(isNotice('copyright the regents of the university of california all rights reserved'.split(' '))).toBe(true)
  expect(isNotice('with reserved font name foo'.split(' '))).toBe(true)
  expect(isNotice('copyright holders may not use it'.split(' '))).toBe(false)
})
