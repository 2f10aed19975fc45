import { describe, expect, test } from 'vitest'
import { readRange, textPieces } from './text-pieces.ts'

const TEXT = 'You may \u202enot\u202c use it.'
const whole = { start: 0, end: TEXT.length }
const markOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

describe('the pieces of a stretch', () => {
  test('together are the stretch, whatever is marked or linked to', () => {
    for (const mark of [null, markOf('use'), whole, { start: 0, end: 1 }]) {
      const pieces = textPieces(TEXT, whole, { mark, anchors: [0, 4, 9] })
      expect(pieces.map(({ text }) => text).join('')).toBe(TEXT)
    }
  })

  test('exactly the words asked for are marked, also where hidden characters stand among them', () => {
    const marked = (words: string) =>
      textPieces(TEXT, whole, { mark: markOf(words), anchors: [] })
        .filter(({ isMarked }) => isMarked)
        .map(({ text }) => text)
        .join('')
    for (const words of ['use', 'may \u202enot', 'You', 'it.']) expect(marked(words)).toBe(words)
  })

  test('a character nobody would see stands alone, with its name', () => {
    const hidden = textPieces(TEXT, whole, { mark: null, anchors: [] }).filter((piece) => piece.hidden !== null)
    expect(hidden.map(({ text, hidden: name }) => [text, name])).toEqual([
      ['\u202e', expect.stringContaining('U+202E')],
      ['\u202c', expect.stringContaining('U+202C')],
    ])
  })

  test('a place that is linked to begins a piece', () => {
    const pieces = textPieces(TEXT, { start: 4, end: TEXT.length }, { mark: null, anchors: [4, 10] })
    expect(pieces.filter(({ isAnchor }) => isAnchor).map(({ start }) => start)).toEqual([4, 10])
  })
})

describe('a range in an address', () => {
  test('is read only where it lies in the text', () => {
    expect(readRange('3-7', 10)).toEqual({ start: 3, end: 7 })
    for (const words of ['7-3', '3-3', '3-11', '-1-4', '3', 'a-b', '1e1-20', ''])
      expect(readRange(words, 10)).toBeNull()
  })
})
