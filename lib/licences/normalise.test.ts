import { describe, expect, test } from 'vitest'
import { fingerprintOf, normaliseTokens, normaliseWords } from './normalise.ts'

const same = (first: string, second: string) => expect(normaliseWords(first)).toEqual(normaliseWords(second))
const differ = (first: string, second: string) => expect(normaliseWords(first)).not.toEqual(normaliseWords(second))

describe('what the normaliser does not see', () => {
  test('case, quotes, dashes, emphasis, fences and comment marks', () => {
    same('“The Licence” — is granted', '```text\n// the **LICENSE** - is\n# "granted"\n```')
  })
  test('line ends and wrapping', () => {
    same('You may use\r\nthe model.', 'You may\ruse the\n\n  model.')
  })
  test('the marks of numbered items, escaped or not', () => {
    same('1. Grant.\n2. Duty.\n   (a) tell\n   b) show', '6\\. **Grant.**\n7) Duty. (i) tell (ii) show')
  })
  test('the spellings that the guidelines call one word', () => {
    same('sub-license non-commercial per cent https://a.b', 'sublicense noncommercial percent http://a.b')
    same('copyright owner', 'Copyright Holder')
  })
  test('thousands separators, apostrophes and soft hyphens', () => {
    same('100,000,000 of the licensee’s us\u00ade', "100000000 of the licensee's use")
  })
})

describe('what it must never lose', () => {
  test.each([
    ['You may use it', 'You may not use it'],
    ['for 100 users', 'for 1000 users'],
    ['over US$ 20', 'over US€ 20'],
    ['commercial purposes', 'non-commercial purposes'],
    ['as in Section 2.', 'as in Section 3.'],
    ['under Section 3 (a)', 'under Section 3 (b)'],
    ['more than 100. Then', 'more than 200. Then'],
    ['version 2.0', 'version 20'],
  ])('%s is not %s', (first, second) => differ(first, second))
})

test('every word knows its place in the original', () => {
  const text = 'A  “sub-licence” of $5,000.\r\n\r\n第二条 Ünder'
  for (const token of normaliseTokens(text)) expect(text.slice(token.start, token.end)).not.toBe('')
  const [first, second] = normaliseTokens('1. Foo bar')
  expect([first?.start, first?.end, second?.start]).toEqual([3, 6, 7])
})

test('an equal fingerprint means equal words', () => {
  expect(fingerprintOf(['a', 'b'])).toBe(fingerprintOf(['a', 'b']))
  expect(fingerprintOf(['a', 'b'])).not.toBe(fingerprintOf(['b', 'a']))
})

describe('hostile texts take time in proportion to their size', () => {
  const quickest = (text: string) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      normaliseWords(text)
      return performance.now() - start
    })
    return Math.max(Math.min(...times), 4)
  }
  test.each(['a', 'a ', '. ', '(a) ', '1.', "a'", 'Copyright (c) 2020 ', '# h\n\n', '\r', '\t', '```\n', 'non ', '*'])(
    '%j repeated',
    (piece) => {
      const half = piece.repeat(Math.floor(240_000 / piece.length))
      quickest(half)
      expect(quickest(half + half) / quickest(half)).toBeLessThan(8)
    },
  )
})
