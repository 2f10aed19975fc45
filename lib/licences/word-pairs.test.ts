import { expect, test } from 'vitest'
import { buildPairIndex, decodeWordPairs, encodeWordPairs, wordPairsOf } from './word-pairs.ts'

const pairs = (text: string) => wordPairsOf(text.split(' '))

test('a pair set survives being written and read', () => {
  const set = pairs('the licence is granted to you constructor __proto__')
  expect(decodeWordPairs(encodeWordPairs(set))).toEqual(set)
  expect([...set]).toEqual([...set].sort((a, b) => a - b))
})

test('the nearest text is the one that shares most pairs', () => {
  const index = buildPairIndex([pairs('a b c d'), pairs('a b x y'), pairs('q r s t')])
  expect(index.nearest(pairs('a b c e'))).toEqual({ at: 0, similarity: 2 / 3 })
  expect(index.nearest(pairs('m n o'))).toBeNull()
  expect(index.nearest(pairs('q r s t'))).toEqual({ at: 2, similarity: 1 })
})
