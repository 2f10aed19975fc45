import { expect, test } from 'vitest'
import { MARK_END, MARK_START, markedWords } from './marked-words.ts'

const marked = (word: string) => `${MARK_START}${word}${MARK_END}`

test('marked words are told from the others, and none is lost', () => {
  const words = markedWords(`You shall ${marked('not')} ${marked('train')} it.`)
  expect(words.map(({ text }) => text).join('')).toBe('You shall not train it.')
  expect(words.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['not', 'train'])
})

test('a snippet without a mark is one stretch of words', () => {
  expect(markedWords('plain <b>words</b>')).toEqual([{ text: 'plain <b>words</b>', isMarked: false }])
  expect(markedWords('')).toEqual([])
})
