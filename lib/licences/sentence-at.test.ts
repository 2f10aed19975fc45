import { expect, test } from 'vitest'
import { sentenceAt } from './sentence-at.ts'

const at = (text: string, words: string) => sentenceAt(text, text.indexOf(words)).words

test('a sentence ends at its mark, never inside an address, a figure or a short form', () => {
  const text = 'First one. See https://a.example/b.html?c=1 for v. 2.0 of it. Last one.'
  expect(at(text, 'https')).toBe('See https://a.example/b.html?c=1 for v. 2.0 of it.')
  expect(at(text, 'First')).toBe('First one.')
  expect(at(text, 'Last')).toBe('Last one.')
})

test('a wrapped sentence is one; a blank line or a new item ends it', () => {
  const text = 'a. You shall\n   keep this\nb. You may not.\n\nMore words'
  expect(at(text, 'keep')).toBe('a. You shall keep this')
  expect(at(text, 'may not')).toBe('b. You may not.')
  expect(at(text, 'More')).toBe('More words')
})

test('a text without an end is cut around the place', () => {
  const text = `${'word '.repeat(5_000)}here ${'word '.repeat(5_000)}`
  const { start, end } = sentenceAt(text, text.indexOf('here'))
  expect(end - start).toBeLessThan(3_000)
  expect(text.slice(start, end)).toContain('here')
})
