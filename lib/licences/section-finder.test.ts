import { expect, test } from 'vitest'
import { sectionFinder } from './section-finder.ts'

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
`

const sectionOf = (words: string) => sectionFinder(TEXT)(TEXT.indexOf(words))

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
])('%s stands in section %s', (words, section) => {
  expect(sectionOf(words)).toBe(section)
})

test('letters that go on past h count i as a letter', () => {
  const letters = `1. All\n${[...'abcdefghij'].map((letter) => `${letter}. word-${letter}`).join('\n')}`
  expect(sectionFinder(letters)(letters.indexOf('word-i'))).toBe('1.i')
  expect(sectionFinder(letters)(letters.indexOf('word-j'))).toBe('1.j')
})

test('a sentence that begins with a word and a full stop opens no section', () => {
  expect(sectionFinder('It is so. And a. such')(12)).toBeNull()
})
