import { expect, test } from 'vitest'
import { hiddenIn, visiblePieces, withHiddenNamed } from './hidden-characters.ts'

test('characters nobody would see are named, and nothing is lost', () => {
  const text = 'You may\u200b use\u202e it\u0000.\nSecond line\ttabbed\ufeff'
  expect(visiblePieces(text).flatMap((piece) => piece.hidden ?? [])).toEqual([
    'U+200B zero-width space',
    'U+202E right-to-left override',
    'U+0000 NUL',
    'U+FEFF byte order mark',
  ])
  expect(
    visiblePieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
  expect(hiddenIn('a\u200bb\u200bc')).toEqual([{ name: 'U+200B zero-width space', count: 2 }])
  expect(withHiddenNamed('a\u200bb')).toBe('a‹U+200B zero-width space›b')
})

test('plain text with layout stays in one piece', () => {
  expect(visiblePieces('One\r\n\tTwo “three” – café 许可')).toHaveLength(1)
})
