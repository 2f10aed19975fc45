import { expect, test } from 'vitest'
import { hashWords } from './word-hash.ts'
import { buildPairIndex, decodeHashes, encodeHashes, wordPairsOf } from './word-pairs.ts'

const pairs = (text: string) => wordPairsOf(hashWords(text.split(' ')))

test('hashes survive being written and read', () => {
  const set = pairs('the licence is granted to you constructor __proto__')
  expect(decodeHashes(encodeHashes(set))).toEqual(set)
  expect([...set]).toEqual([...new Set(set)].sort((a, b) => a - b))
})

test('says of each reference which share of its pairs a text has, and of the text it', () => {
  const index = buildPairIndex([pairs('a b c d'), pairs('a b x y'), pairs('q r s t')])
  expect(index.near(pairs('a b c e'))).toEqual([
    { at: 0, shared: 2, similarity: 2 / 3, ofReference: 2 / 3, ofText: 2 / 3 },
    { at: 1, shared: 1, similarity: 1 / 3, ofReference: 1 / 3, ofText: 1 / 3 },
  ])
  expect(index.near(pairs('m n o'))).toEqual([])
})
