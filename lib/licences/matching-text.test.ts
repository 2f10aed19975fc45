import { expect, test } from 'vitest'
import { readForMatching } from './matching-text.ts'

const words = (text: string) => readForMatching(text).tokens.map((token) => token.word)

test('comment words, links, markup, identifier lines and notices are passed over, and told', () => {
  expect(words('dnl You may\ndnl use it.')).toEqual(['you', 'may', 'use', 'it'])
  expect(words('REM You may')).toEqual(['you', 'may'])
  expect(words('See [the terms](https://example.org/terms) here')).toEqual(['see', 'the', 'terms', 'here'])
  expect(words('<p>You <b>may</b> use</p>')).toEqual(['you', 'may', 'use'])
  expect(words('// SPDX-License-Identifier: MIT\n// You may')).toEqual(['you', 'may'])
  const { tokens, notes } = readForMatching('Copyright (c) 2020 Foo\n\n```\nYou may\n```\n')
  expect(tokens.map((token) => token.word)).toEqual(['you', 'may'])
  expect(notes).toEqual(['code-fence-ignored', 'notices-ignored'])
})

test('a word that opens only some lines is part of the text', () => {
  expect(words('rem tene\nverba sequentur\nsaid Cato')).toContain('rem')
})

test('places stay those of the original', () => {
  const text = '\ufeff# T\r\n\r\nCopyright 2020 Foo\r\n\r\nSee [a](b) and “use”'
  for (const { word, start, end } of readForMatching(text).tokens) {
    expect(text.slice(start, end).toLowerCase()).toBe(word)
  }
})
