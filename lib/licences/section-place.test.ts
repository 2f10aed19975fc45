import { expect, test } from 'vitest'
import { numberAt, outlined, sectionAt } from './section-place.ts'

const TEXT = `Preamble
1. Grant
  a. One
  b. Two
    i. Small one
    ii. Small two
2. **Limits**
  (a) Other
Section 3. Ends
4\\. Escaped
APPENDIX: how to apply it
5. Not counted on

END OF TERMS AND CONDITIONS

Copyright notice
`

test.each([
  ['Preamble', null],
  ['Grant', '1'],
  ['One', '1.a'],
  ['Small one', '1.b.i'],
  ['Small two', '1.b.ii'],
  ['Limits', '2'],
  ['Other', '2.a'],
  ['Ends', '3'],
  ['Escaped', '4'],
  ['how to apply', null],
  ['Copyright notice', null],
])('%s stands in section %s by its numbers', (words, section) => {
  expect(numberAt(outlined(TEXT), TEXT.indexOf(words))).toBe(section)
})

test('an appendix is cited by its name', () => {
  expect(sectionAt(outlined(TEXT), TEXT.indexOf('how to apply'))).toBe('appendix')
})

test('letters that go on past h count i as a letter', () => {
  const letters = `1. All\n${[...'abcdefghij'].map((letter) => `${letter}. word-${letter}`).join('\n')}`
  expect(sectionAt(outlined(letters), letters.indexOf('word-i'))).toBe('1.i')
  expect(sectionAt(outlined(letters), letters.indexOf('word-j'))).toBe('1.j')
})

test('a sentence that begins with a word and a full stop opens no section', () => {
  expect(sectionAt(outlined('It is so. And a. such'), 12)).toBeNull()
})

test('a list goes on at its own depth, also where the lists within it are numbered alike', () => {
  const nested = '1. One\n    1. Inner\n        1. Small\n        2. Smaller\n    1. Inner again\n2. Two\n3. Three'
  const section = (words: string) => sectionAt(outlined(nested), nested.indexOf(words))
  expect(section('Smaller')).toBe('1.1.2')
  expect(section('Inner again')).toBe('1.1')
  expect(section('Two')).toBe('2')
  expect(section('Three')).toBe('3')
})

test('a use policy behind an agreement is counted anew, its title in front of one is nobody’s section', () => {
  const policy = 'Example Use Policy\n\n1. No harm\n  a. of any kind'
  const both = `1. Grant\n\n2. Ends\n\n${policy}`
  const place = both.indexOf('of any kind')
  expect(sectionAt(outlined(both), place)).toBe('policy.1.a')
  expect(numberAt(outlined(both), place)).toBe('1.a')
  expect(sectionAt(outlined(policy), policy.indexOf('of any kind'))).toBe('1.a')
  const wrapped = '1. Grant\n2. You comply with our\nAcceptable Use Policy\nand with the law'
  expect(sectionAt(outlined(wrapped), wrapped.indexOf('the law'))).toBe('2')
})
