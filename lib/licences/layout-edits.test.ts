import { expect, test } from 'vitest'
import { isLayout } from './layout-edits.ts'
import { normaliseTokens } from './normalise.ts'

/** Whether words of a text, found by what they say, are only another layout of the reference's. */
function isSame(original: string, added: string, removed: string, after = ''): boolean {
  const tokens = normaliseTokens(original)
  const words = (text: string) => text.split(' ').filter((word) => word !== '')
  const size = words(added).length
  const from = tokens.findIndex((_, at) => {
    const isHere = words(added).every((word, next) => tokens[at + next]?.word === word)
    return isHere && (after === '' || tokens[at - 1]?.word === after)
  })
  const edit = { textFrom: from, textTo: from + size, referenceFrom: 0, referenceTo: words(removed).length }
  return isLayout(edit, words(removed), { tokens, original })
}

test('a word broken at the end of a line, an accent and a known misspelling are the same word', () => {
  expect(isSame('the redistri-\nbution of it', 'redistri bution', 'redistribution')).toBe(true)
  expect(isSame('ont exige la', 'exige', 'exigé')).toBe(true)
  expect(isSame('of merchantibility and', 'merchantibility', 'merchantability')).toBe(true)
  expect(isSame('you may not', 'may', 'must')).toBe(false)
})

test('marks of items come and go, places that a sentence refers to do not', () => {
  expect(isSame('to use;\nThe Work does', '', 'ii', 'use')).toBe(true)
  expect(isSame('under section 3 the Work does', '', 'ii', '3')).toBe(false)
  expect(isSame('for at least 3 years', '3', '')).toBe(false)
})

test('an address may be put in', () => {
  expect(isSame('see the text https://example.org/a for more', 'http example org a', '')).toBe(true)
  expect(isSame('see the text except here for more', 'except here', '')).toBe(false)
})

test('a notice that was passed over is not missing', () => {
  const original = 'as is. Copyright 2001 Foo. The rest'
  const tokens = normaliseTokens(original).filter((token) => !['copyright', '2001', 'foo'].includes(token.word))
  const edit = { textFrom: 2, textTo: 2, referenceFrom: 0, referenceTo: 3 }
  expect(isLayout(edit, ['copyright', '2001', 'foo'], { tokens, original })).toBe(true)
  expect(isLayout(edit, ['without', 'any', 'warranty'], { tokens, original })).toBe(false)
})
